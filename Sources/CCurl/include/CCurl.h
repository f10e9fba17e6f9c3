#pragma once

#include <curl/curl.h>

/// Loads and starts libcurl, which is not there when the program starts: loading it and the thirty libraries that it needs takes
/// longer than most of what the program does, and is done on a thread of its own.
///
/// No other function may be called before. Waits when another thread is loading it. Returns NULL, or why it cannot be
/// had.
const char *ccurl_load(void);


/// The version of libcurl as 0xXXYYZZ.
long ccurl_version(void);

// The functions for options and facts take arguments of any type, which Swift cannot call. Here is one for each type.

CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value);

CURLcode ccurl_set_offset(CURL *handle, CURLoption option, curl_off_t value);

/// libcurl keeps a copy of the text; NULL takes a text away.
CURLcode ccurl_set_string(CURL *handle, CURLoption option, const char *value);

/// What is pointed to must live as long as the transfer.
CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *value);

/// `CURLOPT_WRITEFUNCTION` and `CURLOPT_HEADERFUNCTION`.
CURLcode ccurl_set_receiver(CURL *handle, CURLoption option, curl_write_callback value);

CURLcode ccurl_set_reader(CURL *handle, curl_read_callback value);

CURLcode ccurl_set_seeker(CURL *handle, curl_seek_callback value);

/// A fact that is a long; 0 when there is none.
long ccurl_get_long(CURL *handle, CURLINFO info);

/// A fact that is an offset or a time in microseconds; 0 when there is none.
curl_off_t ccurl_get_offset(CURL *handle, CURLINFO info);

CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value);
