// Gives the system a copy of the signals that a thread waits with. Preloaded under valgrind: its
// versions before 3.20 write to them, and libdispatch has them where nobody may write.
#define _GNU_SOURCE
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int sigsuspend(const sigset_t *mask) {
  sigset_t copy = *mask;
  return syscall(SYS_rt_sigsuspend, &copy, _NSIG / 8);
}
