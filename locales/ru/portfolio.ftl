projects-light-red = красный
projects-light-yellow = жёлтый
projects-light-green = зелёный
projects-light-grey = серый
