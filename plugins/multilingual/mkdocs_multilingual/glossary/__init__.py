"""Terms of a language's glossary, marked where a text uses them first."""
