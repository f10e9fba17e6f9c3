// Defines libpq's functions as calls into the library that `cpostgres_load` has loaded.

#include "CPostgres.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

#ifdef __APPLE__
#define LIBRARY "libpq.5.dylib"
#else
#define LIBRARY "libpq.so.5"
#endif

#define FUNCTIONS(X) \
    X(PQlibVersion) \
    X(PQconnectdbParams) \
    X(PQconninfoParse) \
    X(PQconninfoFree) \
    X(PQfreemem) \
    X(PQfinish) \
    X(PQstatus) \
    X(PQtransactionStatus) \
    X(PQerrorMessage) \
    X(PQhost) \
    X(PQport) \
    X(PQdb) \
    X(PQuser) \
    X(PQserverVersion) \
    X(PQsslInUse) \
    X(PQsetNoticeProcessor) \
    X(PQexec) \
    X(PQexecParams) \
    X(PQgetResult) \
    X(PQresultStatus) \
    X(PQresultErrorMessage) \
    X(PQresultErrorField) \
    X(PQntuples) \
    X(PQnfields) \
    X(PQfname) \
    X(PQftype) \
    X(PQgetvalue) \
    X(PQgetlength) \
    X(PQgetisnull) \
    X(PQcmdStatus) \
    X(PQcmdTuples) \
    X(PQclear) \
    X(PQputCopyData) \
    X(PQputCopyEnd)

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
    if (library.name == NULL) return "libpq is too old: it has no " #name;
    FUNCTIONS(LOAD)
#undef LOAD
    return NULL;
}

static void load_once(void) {
    problem = load();
}

const char *cpostgres_load(void) {
    pthread_once(&once, load_once);
    return problem;
}

static void ignore(void *context, const char *message) {
    (void)context;
    (void)message;
}

// Other libraries must find libpq's own functions, not these.
#pragma GCC visibility push(hidden)

int PQlibVersion(void) { return library.PQlibVersion(); }
PGconn *PQconnectdbParams(const char *const *keywords, const char *const *values, int expand) { return library.PQconnectdbParams(keywords, values, expand); }
PQconninfoOption *PQconninfoParse(const char *text, char **message) { return library.PQconninfoParse(text, message); }
void PQconninfoFree(PQconninfoOption *options) { library.PQconninfoFree(options); }
void PQfreemem(void *memory) { library.PQfreemem(memory); }
void PQfinish(PGconn *connection) { library.PQfinish(connection); }
ConnStatusType PQstatus(const PGconn *connection) { return library.PQstatus(connection); }
PGTransactionStatusType PQtransactionStatus(const PGconn *connection) { return library.PQtransactionStatus(connection); }
char *PQerrorMessage(const PGconn *connection) { return library.PQerrorMessage(connection); }
char *PQhost(const PGconn *connection) { return library.PQhost(connection); }
char *PQport(const PGconn *connection) { return library.PQport(connection); }
char *PQdb(const PGconn *connection) { return library.PQdb(connection); }
char *PQuser(const PGconn *connection) { return library.PQuser(connection); }
int PQserverVersion(const PGconn *connection) { return library.PQserverVersion(connection); }
int PQsslInUse(PGconn *connection) { return library.PQsslInUse(connection); }
PQnoticeProcessor PQsetNoticeProcessor(PGconn *connection, PQnoticeProcessor processor, void *context) { return library.PQsetNoticeProcessor(connection, processor, context); }
PGresult *PQexec(PGconn *connection, const char *sql) { return library.PQexec(connection, sql); }
PGresult *PQexecParams(PGconn *connection, const char *sql, int count, const Oid *types, const char *const *values, const int *lengths, const int *formats, int format) { return library.PQexecParams(connection, sql, count, types, values, lengths, formats, format); }
PGresult *PQgetResult(PGconn *connection) { return library.PQgetResult(connection); }
ExecStatusType PQresultStatus(const PGresult *result) { return library.PQresultStatus(result); }
char *PQresultErrorMessage(const PGresult *result) { return library.PQresultErrorMessage(result); }
char *PQresultErrorField(const PGresult *result, int field) { return library.PQresultErrorField(result, field); }
int PQntuples(const PGresult *result) { return library.PQntuples(result); }
int PQnfields(const PGresult *result) { return library.PQnfields(result); }
char *PQfname(const PGresult *result, int column) { return library.PQfname(result, column); }
Oid PQftype(const PGresult *result, int column) { return library.PQftype(result, column); }
char *PQgetvalue(const PGresult *result, int row, int column) { return library.PQgetvalue(result, row, column); }
int PQgetlength(const PGresult *result, int row, int column) { return library.PQgetlength(result, row, column); }
int PQgetisnull(const PGresult *result, int row, int column) { return library.PQgetisnull(result, row, column); }
char *PQcmdStatus(PGresult *result) { return library.PQcmdStatus(result); }
char *PQcmdTuples(PGresult *result) { return library.PQcmdTuples(result); }
void PQclear(PGresult *result) { library.PQclear(result); }
int PQputCopyData(PGconn *connection, const char *bytes, int length) { return library.PQputCopyData(connection, bytes, length); }
int PQputCopyEnd(PGconn *connection, const char *message) { return library.PQputCopyEnd(connection, message); }

#pragma GCC visibility pop

void cpostgres_silence(PGconn *connection) {
    library.PQsetNoticeProcessor(connection, ignore, NULL);
}
