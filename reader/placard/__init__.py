"""The placard at the newsstand: the first page hung out before the paper itself has been unpacked.

Starting the reader takes a fifth of a second, most of it Textual being imported. What the reader will paint
first has been painted before, so it was kept; this trade hangs it out again within milliseconds, with the
standard library alone, and steps aside at any doubt. It paints nothing of its own: the one who lays pages
out is the reader.
"""
