#!/bin/sh
# Makes a runtime image: MAD with as much of Java as it needs, for machines that have none. README.md here describes what is in it.
#   lsp-server/image.sh [FOLDER]     into lsp-server/target/image where no folder is given; what is there goes
# MAD_JAR may name a jar that is built already; else the one of ./mad is taken.
set -eu

here=$(CDPATH='' cd -P "$(dirname "$0")" && pwd)
image=${1:-$here/target/image}
jdk=$("$here/../mad" --java-home)
[ -n "${MAD_JAR:-}" ] || "$here/../mad" --version >/dev/null # builds it where that is due
jar=${MAD_JAR:-$here/../target/app/mad.jar}
version=$("$jdk/bin/java" -jar "$jar" --version) && version=${version#mad }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# MAD and its libraries become one module, which lies in the image as Java's own classes do: nothing is unpacked at the start, and an archive of
# classes stays valid wherever the image is moved. What of Java its own classes need, jdeps knows; the libraries also read the log, Unsafe and
# the size of the memory.
cp "$jar" "$work/mad.jar"
services() { # what MAD and Rhino look up, and who answers
    for service in mad.cli.Extension org.mozilla.javascript.RegExpLoader org.mozilla.javascript.NullabilityDetector \
        org.mozilla.javascript.config.RhinoPropertiesLoader org.mozilla.javascript.xml.XMLLoader; do
        echo "uses $service;"
        [ ! -f "$work/META-INF/services/$service" ] || echo "provides $service with $(grep . "$work/META-INF/services/$service" | paste -sd , -);"
    done
}
(cd "$work" && "$jdk/bin/jar" --extract --file mad.jar META-INF/services)
own=$("$jdk/bin/jdeps" --multi-release base --ignore-missing-deps -include 'mad\..*' --print-module-deps "$work/mad.jar")
{
    echo 'open module mad {'
    echo "$own,java.logging,jdk.unsupported,jdk.management" | tr , '\n' | sort -u | sed 's/.*/requires &;/'
    services
    echo '}'
} >"$work/module-info.java"
"$jdk/bin/javac" --release 21 --module-version "$version" -d "$work" --patch-module "mad=$work/mad.jar" "$work/module-info.java"
"$jdk/bin/jar" --update --file "$work/mad.jar" -C "$work" module-info.class

rm -rf "$image" && mkdir -p "$(dirname "$image")"
"$jdk/bin/jlink" --module-path "$work/mad.jar" --add-modules mad --strip-debug --no-header-files --no-man-pages --generate-cds-archive --output "$image" >/dev/null
rm -f "$image/lib/server/classes_nocoops.jsa" # for heaps above 32 GB
mkdir "$image/lib/mad" && cp "$here/launch.sh" "$image/lib/mad" && cp "$here/../LICENSE" "$image/legal/LICENSE"
cat >"$image/bin/mad" <<'LAUNCHER'
#!/bin/sh
self=$0
while [ -L "$self" ]; do
    link=$(readlink "$self")
    case $link in
        /*) self=$link ;;
        *) self=$(dirname "$self")/$link ;;
    esac
done
home=$(CDPATH='' cd -P "$(dirname "$self")/.." && pwd) || exit 70
. "$home/lib/mad/launch.sh"
java=$home/bin/java jar='' archives=$home/lib/mad
launch "$@"
LAUNCHER
chmod +x "$image/bin/mad" "$0"
# shellcheck source=lsp-server/launch.sh
. "$here/launch.sh"
# shellcheck disable=SC2034
java=$image/bin/java jar='' archives=$image/lib/mad && archive
{ [ "$("$image/bin/mad" --version)" = "mad $version" ] && "$image/bin/mad" report "$here/../examples/deepmad-r18.mad" --work 1000 -o "$work/report.html"; } ||
    { echo "image.sh: the image does not run" >&2 && exit 1; }
du -sh "$image"
