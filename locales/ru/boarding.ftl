boarding-button-in = Я в автобусе
boarding-button-out = Не поеду
