// Counts what a program allocates. Preloaded into `dateline build --profile`, which asks for the
// counts at the end of each stage. Preloaded into a program that does not ask, it says on the
// standard error what was allocated from one call of getrusage to the next: `recognizer evaluate
// --speed` calls that around each run over the texts. Linux with glibc.
#define _GNU_SOURCE
#include <errno.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern void __libc_free(void *);

static atomic_long allocations, live, most, all, bytes;
static int is_asked;

// How many allocations there were so far, and of how many bytes; a larger block in the place of
// another is one of all its bytes.
void allocations_so_far(long *count, long *size) {
  is_asked = 1;
  *count = all;
  *size = bytes;
}

static void *count(void *block) {
  if (!block) return block;
  long size = malloc_usable_size(block);
  atomic_fetch_add(&allocations, 1);
  atomic_fetch_add(&all, 1);
  atomic_fetch_add(&bytes, size);
  long now = atomic_fetch_add(&live, size) + size;
  if (now > most) most = now;
  return block;
}

void *malloc(size_t size) { return count(__libc_malloc(size)); }
void *calloc(size_t items, size_t size) { return count(__libc_calloc(items, size)); }
void *memalign(size_t unit, size_t size) { return count(__libc_memalign(unit, size)); }
void *aligned_alloc(size_t unit, size_t size) { return count(__libc_memalign(unit, size)); }

int posix_memalign(void **block, size_t unit, size_t size) {
  *block = count(__libc_memalign(unit, size));
  return *block ? 0 : ENOMEM;
}

void *realloc(void *block, size_t size) {
  if (block) live -= malloc_usable_size(block);
  return count(__libc_realloc(block, size));
}

void free(void *block) {
  if (block) live -= malloc_usable_size(block);
  __libc_free(block);
}

int getrusage(__rusage_who_t who, struct rusage *usage) {
  if (is_asked) return syscall(SYS_getrusage, who, usage);
  static int run;
  static long start;
  long total = allocations, kept = live, peak = most;
  if (run == 0) start = kept;
  char line[200];
  if (run == 0)
    snprintf(line, sizeof line, "before: %ld allocations, %ld KB live\n", total, kept / 1024);
  else
    snprintf(line, sizeof line, "run %d: %ld allocations; scratch and caches %ld KB, at most %ld KB\n",
             run, total, (kept - start) / 1024, (peak - start) / 1024);
  write(STDERR_FILENO, line, strlen(line));
  run += 1;
  allocations = 0;
  most = live;
  return syscall(SYS_getrusage, who, usage);
}
