# A stage of a trial: checks what earlier stages left, makes a file, and notes beside the system what it did.
# stage.sh NOTES KEY NAME SECONDS KILOBYTES NEEDS [MODE]; exit code 8: a file is missing, 9: a file is not what it was,
# 10: another program of the same attempt still runs.
set -eu
notes=$1 key=$2 name=$3 seconds=$4 kilobytes=$5 needs=$6 mode=${7:-plain}
cd "$WINSLOW_WORKSPACE"
attempt=$(basename "$(dirname "$WINSLOW_WORKSPACE")")
exec 9>"$notes/$attempt.lock"
flock --nonblock 9 || { echo "another program of this attempt runs"; exit 10; }
echo begin >>"$notes/$attempt"

mkdir -p made
for need in $needs; do
  [ "$need" = none ] || [ -e "made/$need-0.bin" ] || { echo "made/$need-0.bin is missing"; exit 8; }
done
for sum in made/*.sha256; do
  [ -e "$sum" ] || continue
  sha256sum --check --quiet "$sum" || { echo "$sum does not fit"; exit 9; }
done

number=0
while [ -e "made/$name-$number.sha256" ]; do number=$((number + 1)); done
line=0
while [ $line -lt 20 ]; do
  line=$((line + 1))
  echo "line $line of 20"
  [ $((line % 4)) -ne 0 ] || sleep "$seconds"
done
if [ "$mode" = fails-once ] && mkdir "$notes/failed-$key" 2>/dev/null; then exit 7; fi

file=made/$name-$number
head -c "${kilobytes}k" /dev/urandom >"$file.bin"
sha256sum "$file.bin" >"$file.sha256.new"
mv "$file.sha256.new" "$file.sha256"
cp "$file.sha256" "$WINSLOW_OUTPUT/$name-$number.txt"
if [ "$mode" = loops ]; then
  if [ $number -lt 2 ]; then echo again=yes; else echo again=no; fi >"$WINSLOW_VARIABLES"
fi
echo "end $(cut -d ' ' -f 1 "$file.sha256") $file.bin" >>"$notes/$attempt"
