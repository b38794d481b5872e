# Shared by the scripts of this folder; sourced by bash. packaging/benchmark.sh runs them all and writes one table.
source "$(dirname "${BASH_SOURCE[0]}")/../../packaging/common.sh"
data=$root/../shared/data # public data beside the project, read in place
PATH=/usr/bin:$PATH # of several Pythons the one that the packages of Debian belong to

# programs TARGET...: the release with these, unless FORETRAIL_BUILD names a preset whose programs are there (say so beside its figures:
# only the release is what a user gets). Sets bin, bench and tests to their folders.
programs() {
    local preset=${FORETRAIL_BUILD:-release}
    bin=$root/build/$preset/bin bench=$root/build/$preset/benchmarks tests=$root/build/$preset/tests
    [ -z "${FORETRAIL_BUILD:-}" ] || return 0
    configure release -DFORETRAIL_TESTS=ON -DFORETRAIL_BENCHMARKS=ON
    cmake --build --preset release --target "$@"
}
