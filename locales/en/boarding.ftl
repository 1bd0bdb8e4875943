boarding-button-in = I am on the bus
boarding-button-out = I am not going
