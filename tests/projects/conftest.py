from tests.schedule.conftest import stage

__all__ = ["stage"]
