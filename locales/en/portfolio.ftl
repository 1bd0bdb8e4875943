projects-light-red = red
projects-light-yellow = yellow
projects-light-green = green
projects-light-grey = grey
