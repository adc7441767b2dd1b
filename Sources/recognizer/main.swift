print("recognizer")
