"""What people type on a phone, and what each of it means: written before the rules that read it.

The second column is the meaning: the intent, then the day («+1» is tomorrow, «@wed», «@18.11») and the part
of the day («/afternoon») where one is named. OFFER stands for what only people can answer – requests,
complaints, money, other topics, the ambiguous: the bot must offer it to the organizers as a question.
"""

OFFER = ""

_RUSSIAN = """
я в автобусе | aboard
Я в автобусе! | aboard
я уже в автобусе | aboard
сел в автобус | aboard
села | aboard
сели в автобус | aboard
я сел | aboard
не поеду | staying
я не поеду | staying
не еду | staying
отчёт | project
отчитаться | project
как отчитаться | project
статус проекта | project
какой статус проекта | project
мой проект | project
отчет по проекту | project
проект report | project
кто мой наставник | mentor
мой наставник | mentor
Как зовут моего наставника? | mentor
контакты наставника | mentor
телефон моего наставника | mentor
как связаться с наставником | mentor
who is my mentor | mentor
не поеду на экскурсию | staying
мы не едем | staying
когда автобус? | transfer
во сколько автобус | transfer
автобус во сколько завтра | transfer +1
где автобус | transfer
откуда отходит автобус | transfer
когда выезжаем | transfer
во сколько отъезжает автобус в гостиницу | transfer
афтобус когда | transfer
автобусс | transfer
Подскажите пожалуйста, когда трансфер? | transfer
трансфер до технопарка | transfer
мой автобус | transfer
когда следующий автобус | transfer
на каком автобусе я еду | transfer
где сейчас надо быть | now
куда идти | now
куда мне сейчас | now
что сейчас идёт | now
что сейчас идет | now
что дальше | now
что следующее | now
когда следующее занятие | now
где я должен быть | now
где мне быть | now
куда дальше? | now
ну и куда теперь | now
че щас | now
что у нас сейчас по программе | now
где все | now
что завтра | day +1
что там завтра | day +1
план на завтра | day +1
какие планы на завтра | day +1
расписание на сегодня | day +0
что сегодня будет | day +0
программа на среду | day @wed
что в четверг | day @thu
расписание на 18.11 | day @18.11
что у нас 20 ноября | day @20.11
скинь расписание на завтра | day +1
расписание послезавтра | day +2
что сегодня вечером | day +0/evening
что после обеда | day /afternoon
какие занятия завтра утром | day +1/morning
чт что будет | day @thu
рассписание на зватра | day +1
севодня что | day +0
до скольки сегодня | ends +0
до скольки занятия завтра | ends +1
во сколько заканчиваем сегодня | ends +0
когда закончим | ends
сегодня до какого часа | ends +0
до сколки сегодня учимся | ends +0
во сколько начало | begins
во сколько завтра начинаем | begins +1
со скольки завтра | begins +1
к скольки завтра приходить | begins +1
когда первое занятие завтра | begins +1
во сколько начинается лекция | lecture
кто выступает после обеда | speakers /afternoon
кто сегодня выступает | speakers +0
кто спикер | speakers
кто завтра читает лекцию | speakers +1
какие спикеры завтра | speakers +1
где обед | lunch
когда обед | lunch
во сколько обед сегодня | lunch +0
обед где и когда | lunch
обет во сколько | lunch
когда едим | meals
где кормят | meals
где поесть | meals
во сколько ужин | dinner
ужин завтра когда | dinner +1
а завтрак во сколько? | breakfast
когда завтрак завтра | breakfast +1
когда кофе | coffee
кофебрейк когда | coffee
когда кофе-брейк | coffee
когда перерыв | coffee
во сколько защита | defence
когда защита проектов | defence
где защита | defence
день защиты когда | defence
когда защищаемся | defence
зашита проектов во сколько | defence
во сколько регистрация | check_in
где регистрация | check_in
регестрация где | check_in
когда заселение | check_in
когда экскурсия | excursion
куда экскурсия завтра | excursion +1
какие экскурсии | excursion
где сбор на экскурсию | excursion
экскурсия во сколько | excursion
эксурсия когда | excursion
что взять на экскурсию | excursion
когда стажировка | internship
где концерт | concert
какая культурная программа | culture
когда следующая лекция | lecture
где лекция | lecture
где практикум | workshop
когда мастер-класс | workshop
во сколько встреча | meeting
какой зал | room
в каком зале | room
какая аудитория | room
номер аудитории подскажите | room
в каком зале лекция | lecture
вайфай | wifi
пароль от вай фая | wifi
пароль вайфая | wifi
какой пароль от wi-fi | wifi
как подключиться к интернету | wifi
вай-фай пароль плиз | wifi
вафай | wifi
адрес технопарка | address
какой адрес | address
скиньте адрес площадки | address
адресс площадки | address
как добраться до технопарка | way
как доехать | way
как пройти на площадку | way
телефон дежурного | duty
номер дежурного | duty
кому звонить | duty
дежурный | duty
телефон куратора | contacts
контакты организаторов | contacts
где штаб | contacts
какая гостиница | lodging
в какой гостинице мы живем | lodging
где мы живём | lodging
какой у меня номер | lodging
адрес гостиницы | lodging
мой номер в гостинице | lodging
когда обратный рейс | departure
когда отъезд | departure
во сколько мой поезд домой | departure
когда улетаем | departure
когда прилетаю | arrival
во сколько приезд | arrival
что брать с собой | bring
что взять с собой | bring
в какой я группе | group
моя группа | group
какой сейчас модуль | module
программа модуля | module
когда следующий модуль | next_module
где следующий модуль | next_module
какие модули | modules
"""

_ENGLISH = """
i am on the bus | aboard
I'm on the bus | aboard
not going | staying
i am not going | staying
when is the bus | transfer
where is the bus? | transfer
next bus | transfer
where should i be now | now
what's next | now
what is on tomorrow | day +1
what's the plan for today | day +0
schedule for wednesday | day @wed
when do we finish today | ends +0
when do we start tomorrow | begins +1
who is speaking after lunch | speakers /afternoon
where is lunch | lunch
when is dinner | dinner
what time is breakfast tomorrow | breakfast +1
coffee break when | coffee
when is the defence | defence
where is the registration | check_in
when is the excursion | excursion
which room | room
wifi password | wifi
wi-fi | wifi
venue address | address
how do i get there | way
duty phone | duty
my hotel | lodging
when is my flight home | departure
what should i bring | bring
when is the next module | next_module
"""

_FOR_PEOPLE = """
я не сел в автобус
мой автобус не пришел
я не поеду в гостиницу
я поеду сам
не поеду на лекцию
сел телефон
позовите Марину
пусть Марина мне позвонит
можно поговорить с организатором
передайте водителю, что я опаздываю
я не приду завтра на защиту
я опоздаю на автобус
подождите меня, бегу к автобусу
автобус уехал без меня
забыл сумку в автобусе
не могу найти автобус
можно уехать раньше
можно не ходить на экскурсию
запишите меня на экскурсию
отмените мою запись на экскурсию
почему отменили лекцию
почему так рано завтрак
обед был холодный
невкусно кормят
есть ли вегетарианское меню на обед
сколько стоит обед
вайфай не работает
интернет не ловит в зале
в зале холодно
в номере нет горячей воды
поменяйте мне номер в гостинице
потерял ключ от номера
кто оплачивает гостиницу
когда вернут деньги за билет
кому отдать чеки за проезд
нужны закрывающие документы
пришлите договор
счёт на оплату
поменяйте мне билет на другой рейс
рейс задержали, что делать
встретьте меня в аэропорту
мне плохо
нужен врач
где туалет
где покурить
какая погода завтра
сколько времени
привет
спасибо
да
ок
когда
а когда будет готово
можно ли взять с собой жену
что взять с собой жене
презентация не открывается
где скачать презентацию с лекции
дайте контакты вчерашнего спикера
можно перенести защиту
кто победил на защите
не согласен с оценкой за защиту
can i skip the excursion
the wifi does not work
please call me
who pays for the hotel
thank you
"""

_LATER = """
автобус до аэропорта когда | transfer
где садимся в автобус | transfer
когда нас забирают |
до скольки сегодня занятия | ends +0
что сегодня на обед |
обед во сколько и где | lunch
сегодня ужин будет? | dinner +0
а где ужинаем | dinner
во сколько завтра подъем |
что в пятницу после обеда | day @fri/afternoon
пятница | day @fri
какая завтра первая лекция | lecture +1
кто ведет практикум | speakers
во скоко автобус | transfer
пароль wifi | wifi
есть вайфай? | wifi
где найти дежурного | duty
дайте телефон дежурного пожалуйста | duty
телефон Ольги |
куратор не отвечает |
какой этаж |
где мой автобус | transfer
номер моего автобуса | transfer
сколько ехать до технопарка |
сколько длится защита |
на сколько человек команда |
когда сдавать паспорт проекта |
где взять бейдж |
где получить бейдж |
нужно ли брать паспорт на экскурсию |
во сколько выезд завтра | transfer +1
когда обратно | departure
когда домой | departure
во сколько выселение |
до скольки завтрак | breakfast
с которого часа ужин | dinner
завтрак до скольки работает | breakfast
что сейчас | now
где мы сейчас | now
где занятие | now
в каком корпусе |
где пройдет защита | defence
состав моей группы |
моя команда |
кто в моей группе |
когда следующая экскурсия | excursion
есть экскурсии завтра? | excursion +1
хочу на экскурсию |
не хочу на экскурсию |
уже обед? | lunch
обед перенесли? |
обед отменили? |
экскурсию отменили? |
вода есть? |
завтра можно не приходить |
нужен переводчик |
вай фай слабый |
сломался автобус |
номер телефона куратора | contacts
кто куратор | contacts
когда тюмень |
когда едем в технопарк | transfer
встреча с губернатором когда |
где сидит куратор |
где дежурный | duty
потеряла телефон |
мой телефон изменился |
нет автобуса |
автобуса нет |
автобус | transfer
автобус сломался |
ужин невкусный |
спасибо за ужин |
спасибо, обед отличный |
было интересно |
лекция супер |
лекция была скучная |
дайте номер |
адрес | address
what time does the bus leave | transfer
is there wifi | wifi
when do i leave |
where do we eat | meals
where do we meet for the excursion | excursion
who is the curator | contacts
is lunch cancelled |
где едят | meals
где здесь едят | meals
Добрый вечер! |
Доброе утро |
добрый день |
Добрый вечер, во сколько завтра завтрак? | breakfast +1
доброе утро, где сбор на экскурсию | excursion
Доброго вечера! Когда трансфер? | transfer
good evening |
good morning, when is breakfast | breakfast
я дома |
когда домой едем |
где кафе |
где созвон |
во сколько созвон |
ректор |
кто ректор |
где отдел |
какой у вас отдел |
где парк |
пойдем в парке |
где тест |
где тесты |
когда ответ |
где мост |
где касса |
где задание |
где секция |
кто считает |
rjulf fdnj,ec | transfer
ult j,tl | lunch
"""
"""Asked after the rules were first written; nothing after the bar is for people."""


def _table() -> tuple[tuple[str, str], ...]:
    known = [line.split(" | ") for line in (_RUSSIAN + _ENGLISH).strip().splitlines() if line.strip()]
    offered = [(line, OFFER) for line in _FOR_PEOPLE.strip().splitlines()]
    later = [line.partition(" |") for line in _LATER.strip().splitlines()]
    return (
        *((question, meaning) for question, meaning in known),
        *offered,
        *((question, meaning.strip()) for question, _bar, meaning in later),
    )


QUESTIONS = _table()
"""Question → meaning."""
