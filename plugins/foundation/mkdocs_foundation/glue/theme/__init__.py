"""The theme: its files, its words and its menus, made once where they are the same."""
