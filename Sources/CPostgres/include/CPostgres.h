#pragma once

#if __has_include(<postgresql/libpq-fe.h>)
#include <postgresql/libpq-fe.h>
#else
#include <libpq-fe.h>
#endif

/// Loads libpq, which is not there when the program starts: it and the twenty libraries that it needs are for runs that
/// write to PostgreSQL.
///
/// No other function may be called before. Waits when another thread is loading it. Returns NULL, or why it cannot be
/// had.
const char *cpostgres_load(void);

/// Drops what the server remarks, which libpq would write to stderr.
void cpostgres_silence(PGconn *connection);
