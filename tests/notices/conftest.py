from tests.journeys.conftest import stage

__all__ = ["stage"]
