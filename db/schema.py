"""Every table, gathered for migrations."""

import db.access
import db.assistants
import db.boarding
import db.broadcast_answers
import db.broadcast_log
import db.broadcast_reports
import db.broadcasts
import db.calendar_copies
import db.corrections
import db.entries
import db.event_files
import db.excursions
import db.groups
import db.imports
import db.invitations
import db.matchings
import db.meetings
import db.mentoring
import db.mentorship_letters
import db.mentorship_requests
import db.mentorships
import db.notice_claims
import db.notice_recipients
import db.notices
import db.people
import db.programme
import db.project_blockers
import db.project_drafts
import db.project_files
import db.project_pauses
import db.project_reports
import db.projects
import db.publications
import db.schedule
import db.settings
import db.support
import db.support_albums
import db.support_places
import db.support_sends
import db.updates  # noqa: F401  (importing a room's module adds its tables)
from db.types import metadata

__all__ = ["metadata"]
