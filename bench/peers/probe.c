/* The same probe in C, over the same bytes: rows of five u16 in the order of their keys behind a directory of 2^20 shares, a key of 60 mixed bits.
 * Handed the index's column files and a file of keys (two u32 each, the high 28 bits and the low 32); all little-endian.
 * Prints one line: keys, keys that were there, the sum of the 28 bits their first rows say of their days, nanoseconds a probe (the median of
 * the passes). */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define PASSES 7

static void *read_file(const char *path, size_t *bytes) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) { fprintf(stderr, "cannot read %s\n", path); exit(1); }
  fseek(file, 0, SEEK_END);
  *bytes = (size_t)ftell(file);
  rewind(file);
  void *content = malloc(*bytes + 64);
  if (content == NULL || fread(content, 1, *bytes, file) != *bytes) { fprintf(stderr, "cannot hold %s\n", path); exit(1); }
  fclose(file);
  return content;
}

static int by_size(const void *a, const void *b) {
  double difference = *(const double *)a - *(const double *)b;
  return difference < 0 ? -1 : difference > 0;
}

int main(int count, char **arguments) {
  if (count != 4) { fprintf(stderr, "usage: probe SHARES HOT KEYS\n"); return 2; }
  size_t bytes;
  const uint32_t *shares = read_file(arguments[1], &bytes);
  const uint16_t *hot = read_file(arguments[2], &bytes);
  const uint32_t *keys = read_file(arguments[3], &bytes);
  size_t questions = bytes / 8;
  double nanoseconds[PASSES];
  uint64_t matched = 0, sum = 0;
  for (int pass = 0; pass < PASSES; pass++) {
    struct timespec start, end;
    matched = sum = 0;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
    for (size_t question = 0; question < questions; question++) {
      uint32_t high = keys[2 * question], low = keys[2 * question + 1];
      uint32_t last = shares[(high >> 8) + 1];
      for (uint32_t row = shares[high >> 8]; row < last; row++) {
        const uint16_t *at = hot + (size_t)row * 5;
        if (at[0] != (uint16_t)low || at[1] != (uint16_t)(low >> 16) || (at[2] & 255) != (high & 255)) continue;
        matched++;
        sum += ((uint32_t)(at[4] & 0xfff) << 16) | at[3];
        break;
      }
    }
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
    nanoseconds[pass] = ((end.tv_sec - start.tv_sec) * 1e9 + (end.tv_nsec - start.tv_nsec)) / (double)(questions > 0 ? questions : 1);
  }
  qsort(nanoseconds, PASSES, sizeof(double), by_size);
  printf("%zu %llu %llu %.2f\n", questions, (unsigned long long)matched, (unsigned long long)sum, nanoseconds[PASSES / 2]);
  return 0;
}
