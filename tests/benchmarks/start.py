"""How long until the window is on screen: wall seconds of foretrail --quit-after-first-paint, median of ROUNDS, beside an empty Qt window,
without a screen and, where Xvfb is installed, on X11; warm, and once the files of the program have left memory. Peak memory too.

    start.py FOLDER_OF_PROGRAMS BENCH_EMPTY_WINDOW [ROUNDS]
"""
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 11


def files_of(program):
    """The program and the libraries that it is linked to."""
    said = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    return [program, *re.findall(r"(/\S+) \(0x", said)]


def leave_memory(paths):
    """The kernel keeps what another program has mapped, so this is colder than warm, not as cold as after a start of the machine."""
    os.sync()
    for path in paths:
        with open(path, "rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def run(command, environment):
    """Wall seconds and peak memory in MiB."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed")
    return seconds, usage.ru_maxrss / 1024


def measure(what, command, environment, cold):
    paths = files_of(command[0]) if cold else []
    if not cold:
        run(command, environment)
    outcomes = []
    for _ in range(ROUNDS):
        leave_memory(paths)
        outcomes.append(run(command, environment))
    seconds = [one[0] for one in outcomes]
    print(f"{what}: median of {ROUNDS} {statistics.median(seconds):.3f} s ({min(seconds):.3f} to {max(seconds):.3f}), at most {max(one[1] for one in outcomes):.0f} MiB", flush=True)


class Screen:
    """An X server of its own, while it is needed."""

    def __enter__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"], pass_fds=[write],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as said:
            return ":" + said.readline().strip()

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()


def all_of(where, environment):
    window = [os.path.join(sys.argv[1], "foretrail"), "--quit-after-first-paint"]
    measure(f"window {where}", window, environment, False)
    measure(f"empty Qt window {where}", [sys.argv[2]], environment, False)
    measure(f"window {where}, files out of memory", window, environment, True)


def main():
    with tempfile.TemporaryDirectory() as home:  # nobody's settings, nobody's recent workspaces
        os.chmod(home, 0o700)
        environment = os.environ | {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_RUNTIME_DIR": home, "QT_QPA_PLATFORM": "offscreen"}
        all_of("without a screen", environment)
        measure("command line, --version", [os.path.join(sys.argv[1], "foretrail-cli"), "--version"], environment, False)
        if not shutil.which("Xvfb"):
            print("Xvfb is not installed: nothing measured on X11")
            return
        with Screen() as display:
            all_of("on X11", environment | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"})


main()
