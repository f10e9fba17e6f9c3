#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <sqlite3.h>

/// Loads SQLite, which is not there when the program starts: a run that keeps nothing in a database does not pay for it.
///
/// No other function may be called before. Waits when another thread is loading it. Returns NULL, or why it cannot be
/// had.
const char *csqlite_load(void);

// The last argument of the functions for text and blobs is a function or a number that is cast to one, which Swift cannot
// write. With `copies` SQLite keeps a copy; otherwise the bytes must stay until the statement was reset or bound anew.
// Nothing at NULL is an empty text or blob, not NULL.

int csqlite_bind_text(sqlite3_stmt *statement, int index, const void *bytes, size_t length, bool copies);

int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, size_t length, bool copies);
