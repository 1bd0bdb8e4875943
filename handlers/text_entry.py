"""What somebody was asked for and has not sent yet: kept with their chat until it comes or is dropped."""

from aiogram import Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.ui.filters import Private


async def await_typed(state: FSMContext, what: str, /, **about: object) -> None:
    """Await something; `about` is kept with it, JSON values by name."""
    await state.set_data(about)
    await state.set_state(what)


async def stop_awaiting(state: FSMContext, *what: str) -> None:
    """Await none of these any more; what other rooms await stays."""
    if await state.get_state() in what:
        await state.clear()


class Awaiting(Filter):
    """Lets through what is sent where something is awaited."""

    def __init__(self, what: str, **numbers: str) -> None:
        """Hand on numbers that were kept with it: the handler's word → the name it is kept under."""
        self._what = what
        self._numbers = numbers

    async def __call__(self, _message: Message, state: FSMContext) -> bool | dict[str, int]:
        """Ask for the chat's state alone; of other messages nothing is read."""
        if await state.get_state() != self._what:
            return False
        data = await state.get_data() if self._numbers else {}
        return {word: int(data.get(name, 0)) for word, name in self._numbers.items()} or True


class SomethingAwaited(Filter):
    """Lets through what is sent where anything at all is awaited: one statement for all other messages."""

    async def __call__(self, _message: Message, state: FSMContext) -> bool:
        """Ask for the chat's state."""
        return await state.get_state() is not None


def make_router(*rooms: Router) -> Router:
    """Ask rooms whether it was they who asked, before words that could mean something by themselves."""
    router = Router(name="typed")
    router.message.filter(Private(), SomethingAwaited())
    router.include_routers(*rooms)
    return router
