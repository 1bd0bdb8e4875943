"""Cohorts made up by chance, the same for the same seed; the bench measures on them too."""

import random
from datetime import date, timedelta

from bot.mentoring.matching.model import Mentee, Mentor, Problem, Rules, Weights

DIRECTIONS = ("креативная экономика", "ИИ и цифровые решения", "экспорт", "управление изменениями")
TOPICS = (
    "ЖКХ",
    "туризм",
    "благоустройство",
    "цифровые сервисы",
    "экспорт продуктов",
    "общественный транспорт",
    "инвестиции",
    "бренд города",
    "молодёжная политика",
    "документооборот",
    "промышленные кластеры",
    "водоснабжение",
)
REGIONS = tuple(f"Область {number}" for number in range(1, 18))
OFFSETS = (120, 180, 180, 180, 240, 300, 300, 360, 420, 480, 540, 600, 660, 720)
KINDS = ("expert", "alumnus", "methodologist")
DAY = date(2026, 1, 12)


def cohort(
    teams: int,
    mentors: int,
    seed: int = 1,
    capacity: tuple[int, int] = (1, 4),
    weights: Weights | None = None,
) -> Problem:
    """Return so many teams and mentors with wishes of both sides; some are of one municipality."""
    chance = random.Random(seed)  # noqa: S311  (made up, not secret)
    people = tuple(_mentor(chance, number, teams, capacity) for number in range(mentors))
    return Problem(
        tuple(_mentee(chance, number, mentors) for number in range(teams)),
        people,
        Rules(),
        weights or Weights(),
        DAY,
    )


def _mentee(chance: random.Random, number: int, mentors: int) -> Mentee:
    place = chance.randrange(len(REGIONS))
    return Mentee(
        code=f"К{number}",
        direction=chance.choice(DIRECTIONS),
        topics=tuple(chance.sample(TOPICS, 2)),
        needs=f"Нужна помощь: {chance.choice(TOPICS)}",
        kinds=frozenset(chance.sample(KINDS, chance.choice((0, 0, 1)))),
        region=REGIONS[place],
        homes=frozenset({(f"Город {chance.randrange(teams_per_city(mentors))}", REGIONS[place])}),
        offset=OFFSETS[place % len(OFFSETS)],
        waiting_since=DAY - timedelta(days=chance.randrange(60)),
        ranks=tuple(f"Н{one}" for one in chance.sample(range(mentors), min(mentors, chance.randrange(6)))),
    )


def _mentor(chance: random.Random, number: int, teams: int, capacity: tuple[int, int]) -> Mentor:
    place = chance.randrange(len(REGIONS))
    return Mentor(
        code=f"Н{number}",
        kind=chance.choice(KINDS),
        directions=frozenset(chance.sample(DIRECTIONS, chance.choice((0, 1, 1, 2)))),
        topics=tuple(chance.sample(TOPICS, chance.randint(1, 4))),
        region=REGIONS[place],
        homes=frozenset({(f"Город {chance.randrange(teams_per_city(teams))}", REGIONS[place])}),
        offset=OFFSETS[place % len(OFFSETS)],
        capacity=chance.randint(*capacity),
        ranks=tuple(f"К{one}" for one in chance.sample(range(teams), min(teams, chance.randrange(4)))),
    )


def teams_per_city(people: int) -> int:
    """Return how many towns so many people come from, half of them alone in theirs."""
    return 2 * people + 1
