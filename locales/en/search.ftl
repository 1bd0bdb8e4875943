search-how = <b>Search the programme</b>: title, speaker, hall.
search-examples = For example: <code>/search budget</code>, <code>find hall 205</code>.
search-nothing = Nothing found for “{ $words }” in your streams.
search-found = <b>Found for “{ $words }”: { $count }</b>
search-day = <b>{ $day }</b> ({ $place })
search-guessed = The programme has no such words; shown is what is like them: “{ $words }”.
