#!/bin/sh
# Measures speed and size side by side with what others need, and prints each figure with its bound.
#
#   Tests/Benchmarks/run.sh          all of them; exits 1 when a bound is passed
#   Tests/Benchmarks/run.sh RUNS     with so many runs of each (default 7)
set -eu
cd "$(dirname "$0")/../.."
runs=${1:-7}

.ci/packages libcurl4-openssl-dev libsqlite3-dev libpq-dev libyaml-dev zlib1g-dev libzstd-dev pkg-config curl jq binutils

echo "==> Building for release"
swift build -c release --static-swift-stdlib --quiet --product errand
swift build -c release --quiet --product DemoAPI
swift build -c release --quiet --product Benchmarks
static=$(swift build -c release --static-swift-stdlib --show-bin-path)
bin=$(swift build -c release --show-bin-path)

work=$(mktemp -d)
server=""
stop() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

cp "$static/errand" "$work/errand"
strip "$work/errand"

"$bin/DemoAPI" --port 0 --port-file "$work/port" >"$work/log" 2>&1 &
server=$!
while [ ! -s "$work/port" ]; do
    kill -0 "$server" || { cat "$work/log" >&2; exit 1; }
    sleep 0.1
done
DEMO_API="http://127.0.0.1:$(cat "$work/port")"
DEMO_SECRET=demo-secret
export DEMO_API DEMO_SECRET

# A job of so many pages of 500 records, and curl's list of the same pages.
pages() {
    cat >"$work/pages-$1.yaml" <<YAML
auth:
  token_url: \${env.DEMO_API}/oauth/token
  client_id: demo
  client_secret: \${env.DEMO_SECRET}
calls:
  - get: \${env.DEMO_API}/items
    query: {limit: 500, total: $(($1 * 500))}
    paginate: {cursor: \$.next_cursor, param: cursor}
    records: \$.data[*]
    write: items.jsonl
YAML
}

token() {
    curl -sS -d grant_type=client_credentials -d client_id=demo -d "client_secret=$DEMO_SECRET" \
        "$DEMO_API/oauth/token" | jq -r .access_token
}

pages 200
pages 2000
page=0
: >"$work/curl.config"
while [ $page -lt 200 ]; do
    cursor=$([ $page -eq 0 ] || echo "&cursor=c$((page * 500))")
    echo "url = \"$DEMO_API/items?limit=500&total=100000$cursor\"" >>"$work/curl.config"
    echo "output = \"$work/curl-$page.json\"" >>"$work/curl.config"
    page=$((page + 1))
done

cat >"$work/one.yaml" <<YAML
auth:
  token_url: \${env.DEMO_API}/oauth/token
  client_id: demo
  client_secret: \${env.DEMO_SECRET}
calls:
  - get: \${env.DEMO_API}/customers/7
YAML
cat >"$work/shell-one.sh" <<'SH'
token=$(curl -sS -d grant_type=client_credentials -d client_id=demo -d "client_secret=$DEMO_SECRET" \
    "$DEMO_API/oauth/token" | jq -r .access_token)
exec curl -sS -H "Authorization: Bearer $token" "$DEMO_API/customers/7"
SH

failed=0
# report NAME VALUE BOUND UNIT
report() {
    if awk "BEGIN { exit !($2 <= $3) }"; then mark=ok; else mark="TOO MUCH"; failed=1; fi
    printf '%-58s %10s   at most %6s %-6s %s\n' "$1" "$2" "$3" "$4" "$mark"
}
ratio() { awk "BEGIN { printf \"%.3f\", $1 / $2 }"; }

echo "==> Measuring ($runs runs of each, in turn)"
"$bin/Benchmarks" compare "$runs" \
    -- "$work/errand" run "$work/pages-200.yaml" --out "$work/out-200" \
    -- curl -sS -K "$work/curl.config" -H "Authorization: Bearer $(token)" >"$work/result"
ours=$(sed -n 1p "$work/result")
theirs=$(sed -n 2p "$work/result")
lines=$(wc -l <"$work/out-200/items.jsonl")
[ "$lines" -eq 100000 ] || { echo "errand wrote $lines records" >&2; exit 1; }
echo "    200 pages: errand ${ours% *} s, curl ${theirs% *} s"
report "200 pages of 500 records, wall time against curl" "$(ratio "${ours% *}" "${theirs% *}")" 2.5 "x"
report "peak memory" "$(ratio "${ours#* }" 1024)" 28 MiB
"$bin/Benchmarks" compare 1 \
    -- "$work/errand" run "$work/pages-2000.yaml" --out "$work/out-2000" \
    -- "$work/errand" run "$work/pages-200.yaml" --out "$work/out-200" >"$work/result"
large=$(sed -n 1p "$work/result")
echo "    2000 pages: errand ${large% *} s"
report "peak memory with ten times the pages" "$(ratio "${large#* }" 1024)" 28 MiB

"$bin/Benchmarks" compare $((runs * 15)) \
    -- "$work/errand" run "$work/one.yaml" -- sh "$work/shell-one.sh" >"$work/result"
ours=$(sed -n 1p "$work/result")
theirs=$(sed -n 2p "$work/result")
echo "    token and one call: errand ${ours% *} s, curl, jq and curl ${theirs% *} s"
report "token and one call, against two curl and a jq" "$(ratio "${ours% *}" "${theirs% *}")" 0.5 "x"

"$bin/Benchmarks" json 50000000 >"$work/result"
read -r size ours theirs <"$work/result"
echo "    $size bytes of JSON: errand $ours s, JSONSerialization $theirs s"
report "JSON of 50 MB, against JSONSerialization" "$(ratio "$ours" "$theirs")" 0.05 "x"

report "release binary, stripped" "$(ratio "$(wc -c <"$work/errand")" 1000000)" 30 MB
exit $failed
