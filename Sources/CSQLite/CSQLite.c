// Defines SQLite's functions as calls into the library that `csqlite_load` has loaded.

#include "CSQLite.h"

#include <dlfcn.h>
#include <pthread.h>

#ifdef __APPLE__
#define LIBRARY "libsqlite3.dylib"
#else
#define LIBRARY "libsqlite3.so.0"
#endif

#define FUNCTIONS(X) \
    X(sqlite3_libversion_number) \
    X(sqlite3_threadsafe) \
    X(sqlite3_open_v2) \
    X(sqlite3_close_v2) \
    X(sqlite3_extended_result_codes) \
    X(sqlite3_extended_errcode) \
    X(sqlite3_errmsg) \
    X(sqlite3_errstr) \
    X(sqlite3_system_errno) \
    X(sqlite3_busy_timeout) \
    X(sqlite3_get_autocommit) \
    X(sqlite3_changes64) \
    X(sqlite3_exec) \
    X(sqlite3_prepare_v3) \
    X(sqlite3_step) \
    X(sqlite3_reset) \
    X(sqlite3_finalize) \
    X(sqlite3_clear_bindings) \
    X(sqlite3_bind_parameter_count) \
    X(sqlite3_bind_null) \
    X(sqlite3_bind_int64) \
    X(sqlite3_bind_double) \
    X(sqlite3_bind_text64) \
    X(sqlite3_bind_blob64) \
    X(sqlite3_column_count) \
    X(sqlite3_column_name) \
    X(sqlite3_column_type) \
    X(sqlite3_column_int64) \
    X(sqlite3_column_double) \
    X(sqlite3_column_text) \
    X(sqlite3_column_blob) \
    X(sqlite3_column_bytes)

static struct {
#define FIELD(name) __typeof__(&name) name;
    FUNCTIONS(FIELD)
#undef FIELD
} library;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *problem;

static const char *load(void) {
    void *handle = dlopen(LIBRARY, RTLD_LAZY | RTLD_LOCAL);
    if (handle == NULL) return dlerror();
#define LOAD(name) \
    *(void **)&library.name = dlsym(handle, #name); \
    if (library.name == NULL) return "SQLite is too old: it has no " #name;
    FUNCTIONS(LOAD)
#undef LOAD
    return library.sqlite3_threadsafe() ? NULL : "this SQLite was built for programs of one thread";
}

static void load_once(void) {
    problem = load();
}

const char *csqlite_load(void) {
    pthread_once(&once, load_once);
    return problem;
}

// Other libraries must find SQLite's own functions, not these.
#pragma GCC visibility push(hidden)

int sqlite3_open_v2(const char *name, sqlite3 **database, int flags, const char *vfs) { return library.sqlite3_open_v2(name, database, flags, vfs); }
int sqlite3_close_v2(sqlite3 *database) { return library.sqlite3_close_v2(database); }
int sqlite3_extended_result_codes(sqlite3 *database, int on) { return library.sqlite3_extended_result_codes(database, on); }
int sqlite3_extended_errcode(sqlite3 *database) { return library.sqlite3_extended_errcode(database); }
const char *sqlite3_errmsg(sqlite3 *database) { return library.sqlite3_errmsg(database); }
const char *sqlite3_errstr(int code) { return library.sqlite3_errstr(code); }
int sqlite3_system_errno(sqlite3 *database) { return library.sqlite3_system_errno(database); }
int sqlite3_busy_timeout(sqlite3 *database, int milliseconds) { return library.sqlite3_busy_timeout(database, milliseconds); }
int sqlite3_get_autocommit(sqlite3 *database) { return library.sqlite3_get_autocommit(database); }
sqlite3_int64 sqlite3_changes64(sqlite3 *database) { return library.sqlite3_changes64(database); }
int sqlite3_exec(sqlite3 *database, const char *sql, int (*row)(void *, int, char **, char **), void *context, char **message) { return library.sqlite3_exec(database, sql, row, context, message); }
int sqlite3_prepare_v3(sqlite3 *database, const char *sql, int length, unsigned int flags, sqlite3_stmt **statement, const char **rest) { return library.sqlite3_prepare_v3(database, sql, length, flags, statement, rest); }
int sqlite3_step(sqlite3_stmt *statement) { return library.sqlite3_step(statement); }
int sqlite3_reset(sqlite3_stmt *statement) { return library.sqlite3_reset(statement); }
int sqlite3_finalize(sqlite3_stmt *statement) { return library.sqlite3_finalize(statement); }
int sqlite3_clear_bindings(sqlite3_stmt *statement) { return library.sqlite3_clear_bindings(statement); }
int sqlite3_bind_parameter_count(sqlite3_stmt *statement) { return library.sqlite3_bind_parameter_count(statement); }
int sqlite3_bind_null(sqlite3_stmt *statement, int index) { return library.sqlite3_bind_null(statement, index); }
int sqlite3_bind_int64(sqlite3_stmt *statement, int index, sqlite3_int64 value) { return library.sqlite3_bind_int64(statement, index, value); }
int sqlite3_bind_double(sqlite3_stmt *statement, int index, double value) { return library.sqlite3_bind_double(statement, index, value); }
int sqlite3_column_count(sqlite3_stmt *statement) { return library.sqlite3_column_count(statement); }
const char *sqlite3_column_name(sqlite3_stmt *statement, int index) { return library.sqlite3_column_name(statement, index); }
int sqlite3_column_type(sqlite3_stmt *statement, int index) { return library.sqlite3_column_type(statement, index); }
sqlite3_int64 sqlite3_column_int64(sqlite3_stmt *statement, int index) { return library.sqlite3_column_int64(statement, index); }
double sqlite3_column_double(sqlite3_stmt *statement, int index) { return library.sqlite3_column_double(statement, index); }
const unsigned char *sqlite3_column_text(sqlite3_stmt *statement, int index) { return library.sqlite3_column_text(statement, index); }
const void *sqlite3_column_blob(sqlite3_stmt *statement, int index) { return library.sqlite3_column_blob(statement, index); }
int sqlite3_column_bytes(sqlite3_stmt *statement, int index) { return library.sqlite3_column_bytes(statement, index); }

#pragma GCC visibility pop

int csqlite_bind_text(sqlite3_stmt *statement, int index, const void *bytes, size_t length, bool copies) {
    return library.sqlite3_bind_text64(
        statement, index, bytes == NULL ? "" : bytes, bytes == NULL ? 0 : length, copies ? SQLITE_TRANSIENT : SQLITE_STATIC, SQLITE_UTF8);
}

int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, size_t length, bool copies) {
    return library.sqlite3_bind_blob64(
        statement, index, bytes == NULL ? "" : bytes, bytes == NULL ? 0 : length, copies ? SQLITE_TRANSIENT : SQLITE_STATIC);
}
