#pragma once

/* Input is only read. */
#define ZLIB_CONST
#include <zlib.h>

/// Prepares a stream that unpacks gzip; `inflateInit2` is a macro, which Swift does not see.
static inline int czlib_inflate_init_gzip(z_stream *stream) {
    return inflateInit2(stream, 15 + 16);
}
