"""What the rooms declare, gathered: kinds and planners of notices, personal data, settings, routers."""

from collections.abc import Callable

from aiogram import Router

from bot.broadcasts import awaiting as broadcasts_awaiting
from bot.broadcasts import notices as broadcast_notices
from bot.broadcasts import personal_data as broadcasts_data
from bot.excursions import awaiting as excursions_awaiting
from bot.excursions import boarding_notices, boarding_plan_actions, boarding_settings
from bot.excursions import notices as excursions_notices
from bot.excursions import personal_data as excursions_data
from bot.excursions import planning as excursions_planning
from bot.excursions import settings as excursions_settings
from bot.mentoring import awaiting as mentoring_awaiting
from bot.mentoring import (
    correspondence,
    correspondence_actions,
    ending,
    match_notices,
    match_plan_actions,
    meeting_notices,
    meeting_plan_actions,
    meeting_settings,
    waiting_actions,
)
from bot.mentoring import personal_data as mentoring_data
from bot.mentoring import settings as mentoring_settings
from bot.notices import notices as engine_notices
from bot.notices import personal_data as notices_data
from bot.notices.model import NoticeKind, Planner
from bot.notices.planning import Planning
from bot.people import awaiting as people_awaiting
from bot.people import personal_data as people_data
from bot.people.todo_actions import Step
from bot.privacy import awaiting as privacy_awaiting
from bot.privacy import personal_data as privacy_data
from bot.programme import personal_data as programme_data
from bot.programme import settings as programme_settings
from bot.programme.setting import SettingRegistry
from bot.projects import awaiting as projects_awaiting
from bot.projects import defence as defence_notices
from bot.projects import defence_plan_actions, digest_actions
from bot.projects import digest as project_digest
from bot.projects import notices as projects_notices
from bot.projects import personal_data as projects_data
from bot.projects import planning as projects_planning
from bot.projects import settings as projects_settings
from bot.publishing import awaiting as publishing_awaiting
from bot.publishing import notice_actions
from bot.publishing import notices as publishing_notices
from bot.publishing import personal_data as publishing_data
from bot.schedule import notices as schedule_notices
from bot.schedule import personal_data as schedule_data
from bot.schedule import planning as schedule_planning
from bot.schedule import settings as schedule_settings
from bot.schedule.pictures.painter import Painter
from bot.shared.personal import Registry
from bot.support import awaiting as support_awaiting
from bot.support import group_plan_actions
from bot.support import notices as support_notices
from bot.support import personal_data as support_data
from bot.support import planning as support_planning
from bot.support import settings as support_settings
from bot.support.group_plan import GROUP_PLAN
from bot.ui.notices import boarding as boarding_letters
from bot.ui.notices import broadcasts as broadcast_letters
from bot.ui.notices import engine as engine_letters
from bot.ui.notices import excursions as excursions_letters
from bot.ui.notices import groups as group_letters
from bot.ui.notices import meetings as meeting_letters
from bot.ui.notices import mentor_letters
from bot.ui.notices import mentorships as mentorship_letters
from bot.ui.notices import portfolio as portfolio_letters
from bot.ui.notices import projects as projects_letters
from bot.ui.notices import proposals as proposal_letters
from bot.ui.notices import publishing as publishing_letters
from bot.ui.notices import schedule as schedule_letters
from bot.ui.notices import support as support_letters
from bot.ui.notices.letter import Presenter
from bot.workbook import awaiting as workbook_awaiting
from bot.workbook import personal_data as workbook_data
from bot.workbook import settings as workbook_settings
from handlers import (
    access,
    assistants,
    attendance,
    boarding,
    broadcasts,
    broadcasts_acting,
    broadcasts_correcting,
    broadcasts_preparing,
    broadcasts_typed,
    corrections,
    coverage,
    editing,
    entry,
    errors,
    event_files,
    event_files_sent,
    excursions,
    exports,
    fallback,
    groups,
    invite,
    match,
    meeting_times,
    meetings,
    meetings_typed,
    mentor_profile,
    mentor_profile_typed,
    mentorships,
    mydata,
    notices,
    people,
    people_roster,
    places,
    programme,
    project_blockers,
    project_defence,
    project_drafts,
    project_papers,
    project_pauses,
    project_reports,
    projects,
    projects_files,
    projects_list,
    proposals,
    publishing,
    publishing_delay,
    reachability,
    rehearsal,
    schedule,
    schedule_files,
    search,
    seating,
    settings,
    support,
    support_staff,
    team_wishes,
    text_entry,
    todo,
    understanding,
    workbook,
)
from handlers import correspondence as letters


def make_planning(wake: Callable[[], None] = lambda: None) -> Planning:
    """Return the kinds and planners of every room; `wake` is called when the plan has changed."""
    kinds: tuple[NoticeKind, ...] = (
        *engine_notices.KINDS,
        *schedule_notices.KINDS,
        *excursions_notices.KINDS,
        *boarding_notices.KINDS,
        *publishing_notices.KINDS,
        *broadcast_notices.KINDS,
        GROUP_PLAN,
        *match_notices.KINDS,
        *meeting_notices.KINDS,
        *correspondence.KINDS,
        *ending.KINDS,
        *support_notices.KINDS,
        *projects_notices.KINDS,
        project_digest.DIGEST,
        defence_notices.DEFENCE_SLOT,
        defence_notices.DEFENCE_AHEAD,
    )
    planners: tuple[Planner, ...] = (
        *schedule_planning.PLANNERS,
        *excursions_planning.PLANNERS,
        *boarding_plan_actions.PLANNERS,
        notice_actions.PLANNER,
        group_plan_actions.PLANNER,
        support_planning.PLANNER,
        match_plan_actions.PLANNER,
        meeting_plan_actions.PLANNER,
        *projects_planning.PLANNERS,
        digest_actions.PLANNER,
        *defence_plan_actions.PLANNERS,
    )
    unsent = {correspondence.LETTER.name: correspondence_actions.tell_author}
    return Planning(kinds, planners, schedule_planning.night_of, wake, unsent)


def presenters(painter: Painter) -> dict[str, Presenter]:
    """Return how each kind of notice is written."""
    letters = engine_letters.PRESENTERS | schedule_letters.PRESENTERS | excursions_letters.PRESENTERS
    letters |= proposal_letters.PRESENTERS | meeting_letters.PRESENTERS | mentor_letters.PRESENTERS
    letters |= mentorship_letters.PRESENTERS
    letters |= boarding_letters.PRESENTERS | group_letters.PRESENTERS | support_letters.PRESENTERS
    letters |= portfolio_letters.PRESENTERS | projects_letters.PRESENTERS
    return letters | broadcast_letters.PRESENTERS | publishing_letters.presenters(painter)


def personal_data() -> Registry:
    """Return what every room declares as personal data: the people themselves last."""
    return (
        *notices_data.PERSONAL_DATA,
        *broadcasts_data.PERSONAL_DATA,
        *publishing_data.PERSONAL_DATA,
        *privacy_data.PERSONAL_DATA,
        *programme_data.PERSONAL_DATA,
        *support_data.PERSONAL_DATA,
        *workbook_data.PERSONAL_DATA,
        *mentoring_data.PERSONAL_DATA,
        *projects_data.PERSONAL_DATA,
        *excursions_data.PERSONAL_DATA,
        *schedule_data.PERSONAL_DATA,
        *people_data.PERSONAL_DATA,
    )


def awaiting() -> tuple[Step, ...]:
    """Return what every room declares to be waiting for somebody."""
    return (
        excursions_awaiting.offers_waiting,
        mentoring_awaiting.proposals_waiting,
        waiting_actions.meetings_to_log,
        support_awaiting.questions_waiting,
        broadcasts_awaiting.answers_waiting,
        projects_awaiting.reports_waiting,
        broadcasts_awaiting.approvals_waiting,
        mentoring_awaiting.answers_missing,
        waiting_actions.ends_asked,
        people_awaiting.people_waiting,
        privacy_awaiting.corrections_waiting,
        workbook_awaiting.imports_waiting,
        publishing_awaiting.drafts_waiting,
    )


def setting_registry() -> SettingRegistry:
    """Return every setting of a programme that a room declares, in the order in which they are shown."""
    return (
        *programme_settings.SETTINGS,
        *schedule_settings.SETTINGS,
        *excursions_settings.SETTINGS,
        *boarding_settings.SETTINGS,
        *support_settings.SETTINGS,
        *workbook_settings.SETTINGS,
        *projects_settings.SETTINGS,
        *mentoring_settings.SETTINGS,
        *meeting_settings.SETTINGS,
        *project_digest.SETTINGS,
        *defence_notices.SETTINGS,
    )


def make_routers() -> list[Router]:
    """Return every room's routers in the order in which they are asked."""
    return [
        errors.make_router(),
        schedule.make_first_router(),
        reachability.make_router(),
        assistants.make_router(),
        entry.make_router(),
        people.make_open_router(),
        broadcasts_typed.make_router(),
        broadcasts_preparing.make_router(),
        broadcasts_correcting.make_router(),
        broadcasts_acting.make_router(),
        broadcasts.make_router(),
        meetings_typed.make_router(),
        letters.make_router(),
        access.make_router(),
        support.make_router(),
        support_staff.make_router(),
        groups.make_router(),
        people.make_router(),
        todo.make_router(),
        coverage.make_router(),
        invite.make_router(),
        exports.make_router(),
        workbook.make_router(),
        publishing.make_router(),
        publishing_delay.make_router(),
        editing.make_router(),
        editing.make_entry_router(),
        event_files.make_router(),
        people_roster.make_router(),
        notices.make_router(),
        rehearsal.make_router(),
        settings.make_router(),
        mydata.make_router(),
        schedule_files.make_router(),
        corrections.make_router(),
        programme.make_router(),
        projects.make_router(),
        project_reports.make_router(),
        project_drafts.make_router(),
        project_pauses.make_router(),
        project_blockers.make_router(),
        projects_list.make_router(),
        projects_files.make_router(),
        project_papers.make_router(),
        project_defence.make_router(),
        schedule.make_router(),
        excursions.make_router(),
        places.make_router(),
        seating.make_router(),
        boarding.make_router(),
        attendance.make_router(),
        match.make_router(),
        mentorships.make_router(),
        meeting_times.make_router(),
        meetings.make_router(),
        proposals.make_router(),
        mentor_profile.make_router(),
        team_wishes.make_router(),
        text_entry.make_router(
            programme.make_entry_router(),
            corrections.make_entry_router(),
            support.make_entry_router(),
            seating.make_entry_router(),
            proposals.make_entry_router(),
            mentor_profile_typed.make_router(),
            team_wishes.make_entry_router(),
            project_reports.make_entry_router(),
            project_pauses.make_entry_router(),
            project_blockers.make_entry_router(),
            assistants.make_entry_router(),
        ),
        event_files_sent.make_entry_router(),
        schedule.make_word_router(),
        boarding.make_word_router(),
        projects.make_word_router(),
        mentorships.make_word_router(),
        understanding.make_router(),
        search.make_router(),
        groups.make_last_router(),
        fallback.make_router(),
    ]
