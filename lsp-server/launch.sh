# shellcheck shell=sh
# How MAD is started, by ./mad and by the mad of a runtime image. Wants
#   java      the Java to run it with
#   jar       MAD; nothing where it is a module of that Java
#   archives  the folder of the archive of loaded classes, which halves the start-up time
# MAD_JAVA_OPTS may hold further options for the JVM, for example -Xmx2g.

# archive: rehearses and keeps the classes: with their profiles where Java can do that (25 or later), else as class data. It is no loss when neither works.
archive() {
    name Stdio
    for keep in "AOTCacheOutput=$archives/mad.aot" "ArchiveClassesAtExit=$archives/mad.jsa"; do
        "$java" -XX:+UseSerialGC -XX:+IgnoreUnrecognizedVMOptions "-XX:$keep" ${jar:+-cp "$jar"} $main rehearse >/dev/null 2>&1 </dev/null
        [ ! -f "${keep#*=}" ] || break
    done
}

# launch ARGUMENT...: becomes MAD. A solver earns full compilation, of what is hot for long: most proofs end before it pays, so the optimising compiler waits
# twenty times as long as it usually does. A language server is to be there at once and to leave the processors to others, and everything else is over before compiling pays.
launch() {
    name Main
    case " $* " in
        " lsp " | " lsp --stdio ") name Stdio && options='-Xmx160m -XX:TieredStopAtLevel=1' ;;
        " lsp "*) options='-Xmx160m -XX:TieredStopAtLevel=1' ;;
        *" solve "* | *" verify "* | *" report "* | *" preview "* | *" sweep "* | *" frontier "* | *" --solve "*)
            options='-Xmx512m -XX:Tier4InvocationThreshold=100000 -XX:Tier4MinInvocationThreshold=12000'
            options="$options -XX:Tier4CompileThreshold=300000 -XX:Tier4BackEdgeThreshold=800000"
            ;;
        *) options='-Xmx512m -XX:TieredStopAtLevel=1' ;;
    esac
    cache=-XX:AOTCache=$archives/mad.aot
    [ -f "$archives/mad.aot" ] || cache=-XX:SharedArchiveFile=$archives/mad.jsa
    # Without any locale Java cannot open a file whose name is not ASCII.
    [ -n "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ] || export LC_ALL=C.UTF-8
    # What Java cannot find out: which streams are terminals, and how wide they are.
    terminals= columns=
    [ ! -t 1 ] || terminals=1
    [ ! -t 2 ] || terminals=${terminals}2
    if [ -n "$terminals" ]; then columns=$(stty size 2>/dev/null </dev/tty) && columns=${columns#* }; fi
    # stdout is for data, and an archive of another JDK is no news: the JVM's own log is off.
    # shellcheck disable=SC2086
    exec "$java" -XX:+UseSerialGC $options -XX:+IgnoreUnrecognizedVMOptions "$cache" -Xlog:disable \
        -Dmad.terminals="$terminals" -Dmad.columns="$columns" ${MAD_JAVA_OPTS:-} ${jar:+-cp "$jar"} $main "$@"
}

# name CLASS: sets $main to what Java calls it.
name() {
    case $1 in
        Stdio) main=mad.lsp.command.Stdio ;;
        Main) main=mad.cli.Main ;;
    esac
    [ -n "$jar" ] || main="-m mad/$main"
}
