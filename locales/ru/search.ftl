search-how = <b>Поиск по программе</b>: название, спикер, зал.
search-examples = Например: <code>/search бюджет</code>, <code>найди зал 205</code>.
search-nothing = По словам «{ $words }» в ваших потоках ничего не нашёл.
search-found = <b>Найдено по словам «{ $words }»: { $count }</b>
search-day = <b>{ $day }</b> ({ $place })
search-guessed = Точно таких слов в программе нет, показываю похожие: «{ $words }».
