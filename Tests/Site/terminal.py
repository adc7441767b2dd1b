"""The program at a terminal of its own, and what somebody types there."""

import fcntl
import os
import pty
import select
import signal
import subprocess
import termios

from conftest import program


class Terminal:
    """The terminal's own end stays open here as well until all is read: when the last one that
    holds it goes, the kernel may drop what was written but not yet read."""

    def __init__(self, *arguments, **options):
        self.screen, self.inner = pty.openpty()
        environment = {**os.environ, "NO_COLOR": "1", **options.pop("env", {})}
        self.process = subprocess.Popen(
            [program(), *map(str, arguments)], stdin=self.inner, stdout=self.inner,
            stderr=self.inner, start_new_session=True, env=environment,
            preexec_fn=Terminal.take, **options,
        )

    @staticmethod
    def take():
        """Makes it the program's own; who starts the tests may have had keys ignored."""
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    def read(self) -> str:
        """What is shown up to the next prompt, or the end."""
        text = b""
        while not text.endswith(b"\n> "):
            ended = self.process.poll() is not None
            if select.select([self.screen], [], [], 0.2)[0]:
                text += os.read(self.screen, 4096).replace(b"\r\n", b"\n")
            elif ended:
                break
        return text.decode()

    def type(self, keys: str) -> None:
        os.write(self.screen, keys.encode())

    def end(self) -> tuple[int, str]:
        """The exit code, and what was shown last."""
        text = self.read()
        code = self.process.wait(timeout=60)
        os.close(self.inner)
        os.close(self.screen)
        return code, text
