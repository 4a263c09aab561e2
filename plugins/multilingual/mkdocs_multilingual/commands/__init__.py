"""The commands of the desk: a module each, imported when its command is called."""
