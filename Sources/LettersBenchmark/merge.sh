#!/bin/sh
# The whole way, from the bytes of a CSV list to those of a PostScript file, beside groff on the same letters.
#
#   Sources/LettersBenchmark/merge.sh [LETTERS]        (10000)
#
# First `publipost merge` and groff, timed and shown side by side by groff.sh; then `publipost merge` alone on a tenth, the whole
# and ten times as many letters: its time and its memory must not grow faster than the list.
# Needs what groff.sh needs, and release builds of LettersBenchmark and publipost.
set -eu
count=${1:-10000}
here=$(dirname "$0")
letters=${LETTERS_BENCHMARK:-.build/release/LettersBenchmark}
publipost=${PUBLIPOST:-.build/release/publipost}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

list() { # LETTERS: the list of that many
  "$letters" "$1" --text | awk -F '\t' '
    BEGIN { print "référence;civilité;prénom;nom;rue;code postal;ville;écrit le;nuits;animal" }
    { print $1 ";" $2 ";" $3 ";" $4 ";" $5 ";" $6 ";" $7 ";" $8 ";" $9 ";" ($10 == 1 ? "oui" : "non") }'
}

# groff.sh asks a program for the fields and for the letters: here it gets the letters from the list.
list "$count" > "$work/list.csv"
cat > "$work/bench" <<END
#!/bin/sh
if [ "\$2" = --text ]; then exec "$letters" "\$@"; fi
exec "$publipost" merge "$here/merge.fr.xhtml" "$work/list.csv" -o "\$2" --templates "$work" --quiet
END
chmod +x "$work/bench"
LETTERS_BENCHMARK="$work/bench" sh "$here/groff.sh" "$count"

echo
printf '%10s %12s %14s %12s %14s\n' letters "CPU seconds" "letters/CPU s" "peak kB" "bytes a letter"
for size in $((count / 10)) "$count" $((count * 10)); do
  list "$size" > "$work/list.csv"
  ( TIMEFORMAT='%U %S'; export TIMEFORMAT; bash -c 'time "$@"' _ \
    "$publipost" merge "$here/merge.fr.xhtml" "$work/list.csv" -o "$work/letters.ps" --templates "$work" --json \
    > "$work/json" ) 2> "$work/time"
  peak=$(awk -F '[:,]' '/"peak_memory"/ { print $2 }' "$work/json")
  awk -v n="$size" -v peak="$peak" -v bytes="$(wc -c < "$work/letters.ps")" \
    '{ t = $1 + $2; printf "%10d %12.2f %14d %12d %14d\n", n, t, n / t, peak, bytes / n }' "$work/time"
done
