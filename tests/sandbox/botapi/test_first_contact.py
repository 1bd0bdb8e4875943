"""A real dispatcher and a person meet."""

import asyncio

from aiogram import Bot, Dispatcher, F
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.world import World


def dispatcher() -> Dispatcher:
    dispatcher = Dispatcher()

    @dispatcher.message(F.text)
    async def greet(message: Message) -> None:
        key = InlineKeyboardButton(text="Дальше", callback_data="next")
        await message.answer(
            f"<b>Вы</b>: {message.text}",
            parse_mode="HTML",
            reply_markup=InlineKeyboardMarkup(inline_keyboard=[[key]]),
        )

    @dispatcher.callback_query(F.message.as_("message"))
    async def go_on(query: CallbackQuery, message: Message) -> None:
        await message.edit_text("Готово")
        await query.answer("Принято", show_alert=True)

    return dispatcher


async def test_a_person_speaks_taps_and_sees_the_answers(world: World, bot: Bot) -> None:
    anna = Persona(world, world.add_user(first_name="Анна"))
    polling = asyncio.create_task(
        dispatcher().start_polling(bot, handle_signals=False, handle_as_tasks=False, polling_timeout=5)
    )
    await anna.start("code-1")
    assert anna.text == "Вы: /start code-1"
    assert anna.buttons() == [["Дальше"]]
    await anna.tap("Дальше")
    assert (anna.text, anna.buttons(), anna.alerts()) == ("Готово", [], ["Принято"])
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)
