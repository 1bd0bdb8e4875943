workbook-place-cell = Лист «{ $sheet }», строка { $row }, столбец «{ $heading }»: { $reason }
workbook-place-row = Лист «{ $sheet }», строка { $row }: { $reason }
workbook-place-sheet = Лист «{ $sheet }»: { $reason }

workbook-errors =
    { $count ->
        [one] Нашлась { $count } ошибка. Файл не загружен, в программе ничего не изменилось.
        [few] Нашлись { $count } ошибки. Файл не загружен, в программе ничего не изменилось.
       *[other] Нашлось { $count } ошибок. Файл не загружен, в программе ничего не изменилось.
    }
workbook-warnings =
    { $count ->
        [one] { $count } замечание (загрузке не мешает):
        [few] { $count } замечания (загрузке не мешают):
       *[other] { $count } замечаний (загрузке не мешают):
    }
workbook-more =
    { $count ->
        [one] … и ещё { $count } такая строка.
        [few] … и ещё { $count } такие строки.
       *[other] … и ещё { $count } таких строк.
    }
workbook-examples =
    { $count ->
        [one] Пропущена { $count } строка-образец.
        [few] Пропущено { $count } строки-образца.
       *[other] Пропущено { $count } строк-образцов.
    }
workbook-nothing = Отличий нет: программа уже такая, как в файле.
workbook-sheet-difference = { $sheet }: добавится { $added }, изменится { $changed }, без изменений { $same }, нет в файле { $missing }.
workbook-added = + { $code }
workbook-changed = { $code }, «{ $heading }»: { $old } → { $new }
workbook-absent = нет в файле (останется как есть): { $codes }
workbook-blank = пусто
workbook-drafts-planned = Занятия, площадки и автобусы попадут в черновик. Потоки: { $streams }.
workbook-dry-run = Это проверка: в программе ничего не изменилось. Чтобы загрузить файл, добавьте --apply.
workbook-older = Ничего не загружено. Добавьте --keep, чтобы прежнее не возвращать, или --take-back, чтобы вернуть.
workbook-applied = Файл загружен целиком.
workbook-draft-ready = { $stream }: черновик № { $number } готов. Люди увидят его после публикации.
workbook-draft-same = { $stream }: черновик совпал с опубликованной программой, поэтому его больше нет.
workbook-published = { $stream }: программа опубликована.
workbook-published-before = { $stream }: программа уже опубликована раньше. Изменения остались в черновике: опубликуйте их в чате, там видно, кому придёт уведомление.
workbook-out-of-date = Пока файл проверяли, программа изменилась. Проверьте файл ещё раз.
workbook-template-written = Шаблон записан: { $path }
workbook-exported = Программа выгружена: { $path }
workbook-no-file = Файл не найден или не читается: { $path }
workbook-not-written = Не получилось записать файл: { $path }

workbook-file-big = Файл больше 20 МБ. Уберите из него картинки и лишние листы.
workbook-file-bomb = В распакованном виде файл неправдоподобно велик. Скопируйте нужные листы в новую книгу.
workbook-file-broken = Файл повреждён или загружен не целиком. Откройте его в Excel, сохраните заново как «Книга Excel (.xlsx)» и пришлите ещё раз.
workbook-file-empty = Файл пуст.
workbook-file-entities = В файле есть описания, которых в книге Excel не бывает. Из осторожности он не прочитан. Скопируйте листы в новую книгу.
workbook-file-foreign = Это не книга Excel. Нужен файл .xlsx: в Excel «Файл» – «Сохранить как» – «Книга Excel (.xlsx)».
workbook-file-heavy = Файл читается слишком долго или занимает слишком много памяти. Оставьте в нём только листы шаблона.
workbook-file-ods = Это таблица OpenDocument. Сохраните её как «Книга Excel (.xlsx)».
workbook-file-password = Файл защищён паролем. Снимите пароль и пришлите ещё раз.
workbook-file-pdf = Это PDF. Нужна книга Excel (.xlsx).
workbook-file-picture = Это картинка. Нужна книга Excel (.xlsx).
workbook-file-program = Это программа, а не книга Excel. Она не открыта.
workbook-file-rows = В файле слишком много строк: больше 100 000 или больше, чем бывает в Excel. Оставьте только листы шаблона.
workbook-file-sheets = В файле больше 100 листов. Оставьте только листы шаблона.
workbook-file-word = Это документ Word. Нужна книга Excel (.xlsx).
workbook-file-xls = Это книга Excel старого вида (.xls). Сохраните её как «Книга Excel (.xlsx)».
workbook-file-xlsb = Это двоичная книга Excel (.xlsb). Сохраните её как «Книга Excel (.xlsx)».

workbook-sheets-missing = В файле нет ни одного знакомого листа. Листы шаблона: { $expected }.
workbook-sheet-unknown = такого листа в шаблоне нет, он не прочитан.
workbook-sheet-near = такого листа в шаблоне нет. Похоже, это «{ $likely }»: переименуйте лист.
workbook-headings-missing = в первых десяти строках не нашлись названия столбцов. Обязательные: { $expected }.
workbook-heading-unknown = такого столбца в шаблоне нет, он не прочитан.
workbook-heading-near = такого столбца в шаблоне нет, он не прочитан. Похоже, это «{ $likely }».
workbook-heading-twice = такой столбец уже есть левее, прочитан первый.
workbook-heading-absent = нет обязательного столбца «{ $heading }».
workbook-heading-absent-near = нет обязательного столбца «{ $heading }». Похож столбец «{ $likely }»: переименуйте его.

workbook-cell-required = здесь должно быть значение.
workbook-cell-failed = формула закончилась ошибкой { $value }. Исправьте её или впишите значение.
workbook-cell-uncomputed = у формулы нет сохранённого значения. Откройте файл в Excel и сохраните его или впишите значение.
workbook-cell-long = текст длиннее { $limit } знаков. Сократите его.
workbook-cell-code-date = Excel превратил код в дату { $value }. Задайте столбцу формат «Текстовый» и наберите код заново.
workbook-cell-code-long = код длиннее { $limit } знаков.
workbook-cell-code-signs = в коде «{ $value }» есть запятая, точка с запятой или перенос строки: они разделяют списки.
workbook-cell-list-number = Excel превратил список в «{ $value }». Задайте столбцу формат «Текстовый» и разделяйте точкой с запятой: 1; 2.
workbook-cell-whole = «{ $value }» – не целое число.
workbook-cell-bounds = { $value } не подходит: нужно число от { $least } до { $most }.
workbook-cell-choice = «{ $value }» не из списка. Возможны: { $options }.
workbook-cell-choice-near = «{ $value }» не из списка. Имели в виду «{ $likely }»? Возможны: { $options }.
workbook-cell-date = дата «{ $value }» непонятна. Напишите, например, 18.11.2025.
workbook-cell-year = у даты { $value } нет года, и взять его неоткуда. Напишите целиком, например 18.11.2025.
workbook-cell-time = время «{ $value }» непонятно. Напишите, например, 9:30.
workbook-cell-time-date = Excel превратил время в дату { $value }. Наберите время с двоеточием, например 9:30.
workbook-cell-time-span = здесь одно время, а в ячейке «{ $value }» их два. Начало и окончание – в разных столбцах.
workbook-cell-moment = «{ $value }» – не дата со временем. Напишите, например, 18.11.2025 21:40.
workbook-cell-degrees = «{ $value }» – не координата. Напишите, например, 57.152985.
workbook-cell-degrees-limit = координата { $value } больше { $limit } градусов. Широта и долгота не перепутаны?
workbook-cell-name = «{ $value }» не делится на фамилию, имя и отчество. Разнесите по трём столбцам.
workbook-cell-name-differs = в одной ячейке «{ $value }», а рядом «{ $other }». Оставьте что-то одно.
workbook-cell-phone = «{ $value }» – не номер телефона. Напишите, например, +7 900 000-00-00.
workbook-cell-phones = в ячейке «{ $value }» несколько номеров. Оставьте один, по нему человек войдёт в бот.
workbook-cell-zone = часовой пояс «{ $value }» не найден. Напишите МСК+2, Asia/Yekaterinburg или название города.
workbook-cell-zone-near = часовой пояс «{ $value }» не найден. Имели в виду «{ $likely }»?

workbook-code-missing = у строки нет кода. Свободен, например, { $free }.
workbook-code-twice = код «{ $code }» уже стоит в строке { $first }. Похожие русские и латинские буквы не различаются.
workbook-code-unknown = кода «{ $code }» нет ни на листе «{ $sheet }», ни в программе.
workbook-code-zeros = кода «{ $code }» нет, но есть «{ $other }». Excel убирает нули в начале: задайте столбцу формат «Текстовый».
workbook-person-differs = здесь «{ $value }», а в строке { $first } у того же человека «{ $other }».
workbook-name-missing = у человека «{ $code }» нет фамилии или имени. Впишите их хотя бы в одной его строке.

workbook-days-reversed = окончание { $last } раньше начала { $first }.
workbook-module-outside = { $day } не входит в поток, он идёт с { $first } по { $last }.
workbook-event-outside = занятие «{ $code }» { $day } не попадает в модуль «{ $module }»: он идёт с { $first } по { $last }.
workbook-event-ends-first = занятие «{ $code }» кончается в { $ends }, а начинается в { $starts }.
workbook-event-clock-jumps = занятие «{ $code }»: { $day } на площадке переводят часы, и времени { $starts } или { $ends } не бывает.
workbook-moved = «{ $code }» уже относится к «{ $other }» и перейти не может. Заведите новый код.
workbook-stream-foreign = «{ $code }» относится к потоку «{ $other }», а строка – к потоку «{ $stream }».
workbook-direction-foreign = направление «{ $code }» относится к программе «{ $other }», а строка – к программе «{ $programme }».
workbook-travel-reversed = отъезд раньше прибытия.
workbook-not-enrolled = человека «{ $code }» нет в потоке «{ $stream }».
workbook-coordinates-half = у точки на карте должны быть и широта, и долгота.
workbook-bus-no-excursion = занятия «{ $code }» нет на листе «Экскурсии».
workbook-seat-no-excursion = занятия «{ $code }» нет на листе «Экскурсии».
workbook-seat-bus-foreign = автобус «{ $code }» едет на экскурсию «{ $other }», а место – на «{ $event }».
workbook-bus-overfull = в автобусе «{ $code }» мест: { $capacity }, а рассажено: { $count }.
workbook-excursion-overfull = на экскурсии «{ $code }» мест: { $capacity }, а записано: { $count }.

workbook-venue-unused = площадка «{ $code }» не нужна ни одному модулю и не сохранится.
workbook-hall-taken = «{ $room }» в это время занят: «{ $other }» и «{ $code }» пересекаются.
workbook-phone-twice = телефон { $phone } уже указан у «{ $other }». Войти по нему никто не сможет, только по ссылке.
workbook-lead-without-team = руководитель команды «{ $code }» без команды.
workbook-guide-role = у человека «{ $code }» нет роли «сопровождающий» в потоке «{ $stream }».
workbook-mentor-role = у человека «{ $code }» нет роли «наставник» в потоке «{ $stream }».
workbook-excursion-kind = вид занятия «{ $code }» на листе «Программа» – не «экскурсия».
workbook-excursion-buses = на экскурсии «{ $code }» мест: { $capacity }, а в её автобусах: { $places }.
workbook-no-mentor = «{ $code }» – не наставник потока «{ $stream }» (лист «Наставники»).
workbook-wishes-many = команда «{ $code }» называет больше { $most } желаемых наставников.
workbook-pinned-forbidden = команде «{ $code }» один и тот же наставник и закреплён, и запрещён.
workbook-defence-kind = вид занятия «{ $code }» на листе «Программа» – не «защита».
workbook-stage = стадии «{ $stage }» в программе нет. Стадии программы: { $stages }. Список меняют в /programme.
workbook-milestone-outside = срок { $day } вне потока, он идёт с { $first } по { $last }.

workbook-not-yours = «{ $code }» – не вашего потока. Изменить эту строку может только его организатор или администратор.
workbook-not-yours-common = «{ $code }» – общее для потоков. Изменить эту строку может только администратор.
workbook-reading = Читаю…
workbook-offer = <b>Ошибок нет.</b> Пока ничего не изменилось. Вот что изменит файл:
workbook-offer-anew = <b>Пока вы решали, программа изменилась.</b> Ничего не загружено. Теперь файл изменит вот что:
workbook-ask = Строки, которых нет в файле, останутся. Применить?
workbook-effect = { $stream }: после публикации { $events }, { $people }.
workbook-effect-events =
    { $count ->
        [one] изменится { $count } занятие
        [few] изменятся { $count } занятия
       *[other] изменится { $count } занятий
    }
workbook-effect-people =
    { $count ->
        [one] изменения увидит { $count } человек
        [few] изменения увидят { $count } человека
       *[other] изменения увидят { $count } человек
    }
workbook-reverts =
    { $count ->
        [one] <b>Файл старее программы.</b> После него изменили { $count } ячейку, а в файле она прежняя:
        [few] <b>Файл старее программы.</b> После него изменили { $count } ячейки, а в файле они прежние:
       *[other] <b>Файл старее программы.</b> После него изменили { $count } ячеек, а в файле они прежние:
    }
workbook-revert = { $code }, «{ $heading }»: сейчас { $present }, в файле { $old }
workbook-revert-row = { $code }: строку с тех пор убрали, файл вернёт её
workbook-button-apply = Применить
workbook-button-keep = Применить, прежнее не возвращать
workbook-button-revert = Применить и вернуть прежнее
workbook-button-cancel = Отмена
workbook-button-undo = Отменить загрузку
workbook-marked = Файл с отмеченными ячейками – ниже: причина стоит в примечании к ячейке и на листе «Ошибки». В нём листы шаблона со всеми строками; исправьте его или свой файл и пришлите снова.
workbook-marked-name = Ошибки.xlsx
workbook-whole-name = Отличия.txt
workbook-state-waiting = Файл ещё не загружен.
workbook-state-applied = <b>Файл загружен целиком.</b>
workbook-state-cancelled = Файл не загружен, в программе ничего не изменилось. Если он ещё нужен, пришлите его снова.
workbook-state-undone = <b>Загрузка отменена:</b> всё снова так, как было до неё.
workbook-not-made = Файл не получилось записать: он слишком велик. Повторите позже.
error-import-gone = Этого файла больше нет. Пришлите его ещё раз.
error-import-superseded = Отменить уже нельзя: после этой загрузки программу меняли или опубликовали. Загрузите исправленный файл.
error-import-used = Отменить уже нельзя: кто-то из добавленных людей вошёл в бот, или на добавленное ссылаются другие строки.
error-import-old = Отменить уже нельзя: прошло слишком много времени или кто-то из людей этого файла стёр свои данные. Загрузите исправленный файл.
workbook-export = Программа как есть: с кодами и версией. Исправьте и пришлите сюда же. Сам по себе файл не обновится.
workbook-export-name = Программа { $day }.xlsx
workbook-template = Шаблон: на каждом листе образец, порядок – на листе «Как заполнять». Заполните и пришлите сюда.
workbook-template-name = Шаблон программы.xlsx
workbook-gone = − { $code }
