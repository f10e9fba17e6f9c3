// Defines libcurl's functions as calls into the library that `ccurl_load` has loaded.

#define CURL_DISABLE_TYPECHECK
#include "CCurl.h"

#include <dlfcn.h>
#include <malloc.h>
#include <pthread.h>
#include <stddef.h>

#define FUNCTIONS(X) \
    X(curl_global_init) \
    X(curl_version_info) \
    X(curl_easy_init) \
    X(curl_easy_cleanup) \
    X(curl_easy_strerror) \
    X(curl_easy_setopt) \
    X(curl_easy_getinfo) \
    X(curl_slist_append) \
    X(curl_slist_free_all) \
    X(curl_mime_init) \
    X(curl_mime_free) \
    X(curl_mime_addpart) \
    X(curl_mime_name) \
    X(curl_mime_type) \
    X(curl_mime_data) \
    X(curl_mime_filename) \
    X(curl_mime_filedata) \
    X(curl_multi_init) \
    X(curl_multi_cleanup) \
    X(curl_multi_add_handle) \
    X(curl_multi_remove_handle) \
    X(curl_multi_perform) \
    X(curl_multi_poll) \
    X(curl_multi_wakeup) \
    X(curl_multi_info_read) \
    X(curl_multi_setopt)

static struct {
#define FIELD(name) __typeof__(&name) name;
    FUNCTIONS(FIELD)
#undef FIELD
} library;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *problem;

// GnuTLS asks its program by this name whether to start itself as soon as it is loaded. It comes with libcurl for
// protocols that are not used here, and starting it takes a twentieth of a short run; a libcurl that does use it starts
// it itself.
int _gnutls_global_init_skip(void);

__attribute__((used)) int _gnutls_global_init_skip(void) {
    return 1;
}

static const char *load(void) {
#ifdef M_ARENA_MAX
    // Otherwise each new thread gets a heap of its own, which glibc lets grow page by page, with a system call each that
    // stops the others: some sixty in a short run.
    mallopt(M_ARENA_MAX, 1);
#endif
    // Its thousands of symbols are looked for in all libraries that are loaded before it, which are fewer this way. If
    // there is none, libcurl does not need it.
    dlopen("libcrypto.so.3", RTLD_LAZY | RTLD_LOCAL);
    void *handle = dlopen("libcurl.so.4", RTLD_LAZY | RTLD_LOCAL);
    if (handle == NULL) return dlerror();
#define LOAD(name) \
    *(void **)&library.name = dlsym(handle, #name); \
    if (library.name == NULL) return "libcurl is too old: it has no " #name;
    FUNCTIONS(LOAD)
#undef LOAD
    return library.curl_global_init(CURL_GLOBAL_ALL) == CURLE_OK ? NULL : "it could not be started";
}

static void load_once(void) {
    problem = load();
}

const char *ccurl_load(void) {
    pthread_once(&once, load_once);
    return problem;
}

// Other libraries must find libcurl's own functions, not these.
#pragma GCC visibility push(hidden)

CURL *curl_easy_init(void) { return library.curl_easy_init(); }
void curl_easy_cleanup(CURL *handle) { library.curl_easy_cleanup(handle); }
const char *curl_easy_strerror(CURLcode code) { return library.curl_easy_strerror(code); }
struct curl_slist *curl_slist_append(struct curl_slist *list, const char *text) { return library.curl_slist_append(list, text); }
void curl_slist_free_all(struct curl_slist *list) { library.curl_slist_free_all(list); }
curl_mime *curl_mime_init(CURL *handle) { return library.curl_mime_init(handle); }
void curl_mime_free(curl_mime *mime) { library.curl_mime_free(mime); }
curl_mimepart *curl_mime_addpart(curl_mime *mime) { return library.curl_mime_addpart(mime); }
CURLcode curl_mime_name(curl_mimepart *part, const char *name) { return library.curl_mime_name(part, name); }
CURLcode curl_mime_type(curl_mimepart *part, const char *type) { return library.curl_mime_type(part, type); }
CURLcode curl_mime_data(curl_mimepart *part, const char *data, size_t size) { return library.curl_mime_data(part, data, size); }
CURLcode curl_mime_filename(curl_mimepart *part, const char *name) { return library.curl_mime_filename(part, name); }
CURLcode curl_mime_filedata(curl_mimepart *part, const char *path) { return library.curl_mime_filedata(part, path); }
CURLM *curl_multi_init(void) { return library.curl_multi_init(); }
CURLMcode curl_multi_cleanup(CURLM *multi) { return library.curl_multi_cleanup(multi); }
CURLMcode curl_multi_add_handle(CURLM *multi, CURL *handle) { return library.curl_multi_add_handle(multi, handle); }
CURLMcode curl_multi_remove_handle(CURLM *multi, CURL *handle) { return library.curl_multi_remove_handle(multi, handle); }
CURLMcode curl_multi_perform(CURLM *multi, int *running) { return library.curl_multi_perform(multi, running); }
CURLMcode curl_multi_poll(CURLM *multi, struct curl_waitfd fds[], unsigned int count, int timeout, int *ready) { return library.curl_multi_poll(multi, fds, count, timeout, ready); }
CURLMcode curl_multi_wakeup(CURLM *multi) { return library.curl_multi_wakeup(multi); }
CURLMsg *curl_multi_info_read(CURLM *multi, int *left) { return library.curl_multi_info_read(multi, left); }

long ccurl_version(void) {
    return (long)library.curl_version_info(CURLVERSION_NOW)->version_num;
}

CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value) {
    return library.curl_easy_setopt(handle, option, value);
}

CURLcode ccurl_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
    return library.curl_easy_setopt(handle, option, value);
}

CURLcode ccurl_set_string(CURL *handle, CURLoption option, const char *value) {
    return library.curl_easy_setopt(handle, option, value);
}

CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return library.curl_easy_setopt(handle, option, value);
}

CURLcode ccurl_set_receiver(CURL *handle, CURLoption option, curl_write_callback value) {
    return library.curl_easy_setopt(handle, option, value);
}

CURLcode ccurl_set_reader(CURL *handle, curl_read_callback value) {
    return library.curl_easy_setopt(handle, CURLOPT_READFUNCTION, value);
}

CURLcode ccurl_set_seeker(CURL *handle, curl_seek_callback value) {
    return library.curl_easy_setopt(handle, CURLOPT_SEEKFUNCTION, value);
}

long ccurl_get_long(CURL *handle, CURLINFO info) {
    long value = 0;
    return library.curl_easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

curl_off_t ccurl_get_offset(CURL *handle, CURLINFO info) {
    curl_off_t value = 0;
    return library.curl_easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return library.curl_multi_setopt(multi, option, value);
}

#pragma GCC visibility pop
