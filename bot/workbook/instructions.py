"""The sheet «Как заполнять»: what to know, and from which editions the file was made."""

import re
from collections.abc import Mapping, Sequence

from bot.shared.records import fold
from bot.workbook.cells import as_text
from bot.workbook.columns import EXAMPLE_MARK, Sheet
from bot.workbook.raw import Broken
from bot.workbook.reader import RawSheet

INSTRUCTIONS_TITLE = "Как заполнять"
PROBLEMS_TITLE = "Ошибки"
"""The sheet of a marked copy that lists its errors; nobody minds when it comes back."""
STAMP_LABEL = "Версия программы"

_RULES = (
    "Заполняйте только нужные листы: чего в файле нет, то не изменится.",
    "Звёздочкой и жирным шрифтом отмечены обязательные столбцы.",
    "Порядок столбцов любой, пустые строки пропускаются.",
    f"Строки, код которых начинается со слова «{EXAMPLE_MARK}», – образцы: они не читаются.",
    "«Код» – постоянное имя строки. По нему строки связаны между листами и узнаются при следующей загрузке, "
    "поэтому не меняйте его, когда меняется всё остальное.",
    "В коде не больше 40 знаков, без запятых и точек с запятой. Заглавные и строчные буквы, «е» и «ё», "
    "похожие русские и латинские буквы не различаются.",
    "Даты: 18.11.2025, 18 ноября 2025 или 18.11 – тогда год возьмётся из модуля или потока.",
    "Время – по часам площадки: 9:00, 9.00 или 9-30. Занятие может кончиться после полуночи: 23:00–01:00.",
    "Списки пишите через точку с запятой: 1; 2.",
    "Часовой пояс: МСК+2, Asia/Yekaterinburg или название города.",
    "Координаты можно вставить обе сразу в «Широту»: 57.152985, 65.541227.",
    "Строка, которой нет в файле, не удаляется. Чтобы отменить занятие, поставьте «да» в столбце «Отменено».",
    "Перед загрузкой бот покажет все ошибки и все отличия. Занятия, площадки и автобусы попадают в черновик: "
    "люди увидят их после публикации.",
)

_STAMP = re.compile(r"(.+):\s*(\d{1,9})")


def instruction_rows(sheets: Sequence[Sheet], stamp: Mapping[str, int]) -> list[tuple[str, ...]]:
    """Return the rows of the sheet: rules, one line for each sheet, the version."""
    return [
        (INSTRUCTIONS_TITLE,),
        *((rule,) for rule in _RULES),
        ("",),
        ("Лист", "О чём"),
        *((sheet.title, sheet.about) for sheet in sheets),
        ("",),
        (STAMP_LABEL, "; ".join(f"{code}: {number}" for code, number in stamp.items())),
    ]


def read_stamp(raw: RawSheet | None) -> Mapping[str, int]:
    """Return the edition number of each stream (by code) that the file was made from; often empty."""
    for row in raw.rows if raw else ():
        label, value = (*row.cells, None, None)[:2]
        if not isinstance(label, str) or fold(label) != fold(STAMP_LABEL):
            continue
        text = "" if value is None or isinstance(value, Broken) else as_text(value)
        pairs = (_STAMP.fullmatch(part.strip()) for part in text.split(";"))
        return {pair[1]: int(pair[2]) for pair in pairs if pair}
    return {}
