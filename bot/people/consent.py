"""Consent to the processing of personal data: its purposes and the versions of their texts."""

PROCESSING = "processing"
"""The purpose without which nothing works (Federal Law 152-FZ, article 9)."""

VERSIONS = {PROCESSING: 2}
"""The present version of each purpose's text, `consent-<purpose>-text` in the locales.

A changed text gets a higher number here, and everybody is asked again.
"""
