command-todo = что ждёт меня: все дела одним списком

todo-button = Что ждёт меня
todo-title =
    { $count ->
        [one] <b>Вас ждёт { $count } дело</b>
        [few] <b>Вас ждут { $count } дела</b>
       *[other] <b>Вас ждут { $count } дел</b>
    }
todo-nothing = <b>Вас ничего не ждёт.</b>
todo-nothing-hint = Когда что-нибудь появится, оно будет здесь.
todo-line = <b>{ $number }.</b> { $said }
todo-way = { $number }. { $way }
todo-in-stream = { $said } ({ $stream })

todo-place = Для вас держится место: { $name }
todo-answer = Ждут вашего ответа: «{ $name }»
todo-proposal = Вас просят стать наставником: { $name }
todo-silent-mentors =
    { $count ->
        [one] { $count } наставник давно не отвечает на предложение
        [few] { $count } наставника давно не отвечают на предложения
       *[other] { $count } наставников давно не отвечают на предложения
    }
todo-match = Черновик подбора наставников не отправлен
todo-late-questions =
    { $count ->
        [one] { $count } вопрос ждёт ответа слишком долго
        [few] { $count } вопроса ждут ответа слишком долго
       *[other] { $count } вопросов ждут ответа слишком долго
    }
todo-new-questions =
    { $count ->
        [one] { $count } новый вопрос, его никто не взял
        [few] { $count } новых вопроса, их никто не взял
       *[other] { $count } новых вопросов, их никто не взял
    }
todo-own-questions =
    { $count ->
        [one] { $count } вопрос вы взяли, но ещё не ответили
        [few] { $count } вопроса вы взяли, но ещё не ответили
       *[other] { $count } вопросов вы взяли, но ещё не ответили
    }
todo-access =
    { $count ->
        [one] { $count } человек просит доступ
        [few] { $count } человека просят доступ
       *[other] { $count } человек просят доступ
    }
todo-corrections =
    { $count ->
        [one] { $count } просьба исправить данные
        [few] { $count } просьбы исправить данные
       *[other] { $count } просьб исправить данные
    }
todo-import =
    { $count ->
        [one] Файл «{ $name }» проверен, но не применён
        [few] { $count } файла проверены, но не применены. Последний: «{ $name }»
       *[other] { $count } файлов проверены, но не применены. Последний: «{ $name }»
    }
todo-draft = Черновик программы не опубликован
todo-outside =
    { $count ->
        [one] { $count } человек ещё не вошёл в бот
        [few] { $count } человека ещё не вошли в бот
       *[other] { $count } человек ещё не вошли в бот
    }

todo-way-place = Ответить: еду или нет
todo-way-answer = Ответить на сообщение
todo-way-proposal = Принять или отказаться
todo-way-silent-mentors = Кто молчит
todo-way-match = Открыть подбор
todo-way-late-questions = Ответить
todo-way-new-questions = Взять и ответить
todo-way-own-questions = Ответить
todo-way-access = Решить о доступе
todo-way-corrections = Исправить данные
todo-way-import = Посмотреть файл
todo-way-draft = Открыть черновик
todo-way-outside = Кто не вошёл
todo-broadcasts =
    { $count ->
        [one] { $count } рассылка ждёт вашего согласования
        [few] { $count } рассылки ждут вашего согласования
       *[other] { $count } рассылок ждут вашего согласования
    }
todo-way-broadcasts = Согласовать
todo-report = Пора отчитаться: { $name }
todo-way-report = Отчитаться
