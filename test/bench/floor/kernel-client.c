/*
 * The floor for a request over kernel SCTP: a client in C that logs in and then asks for the concurrent connections again and again.
 *
 *   kernel-client PORT USER PASSWORD REQUESTS [together]
 *
 * `together` asks for the three metrics in one packet each time, and counts until the third reply. Prints p50 and p99 of a call in microseconds, as "P50 P99".
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define SCTP_NODELAY 3
#define SCTP_DELAYED_SACK 16

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static size_t request(int fd, const unsigned char *bytes, size_t length, unsigned char *reply, size_t size) {
  if (send(fd, bytes, length, 0) != (ssize_t)length) fail("send");
  ssize_t got = recv(fd, reply, size, 0);
  if (got <= 0) fail("recv");
  return (size_t)got;
}

static void poll_together(int fd, unsigned char *reply, size_t size) {
  for (unsigned char command = 2; command <= 4; command++) {
    const unsigned char ask[2] = {command, 0x00};
    if (send(fd, ask, sizeof ask, command < 4 ? MSG_MORE : 0) != sizeof ask) fail("send");
  }
  for (int replies = 0; replies < 3; replies++)
    if (recv(fd, reply, size, 0) <= 0) fail("recv");
}

static void log_in(int fd, unsigned char command, const char *text) {
  unsigned char message[258];
  unsigned char reply[512];
  size_t length = strlen(text);
  message[0] = command;
  message[1] = 1;
  message[2] = (unsigned char)length;
  memcpy(message + 3, text, length);
  request(fd, message, length + 3, reply, sizeof reply);
  if (reply[0] != 0) {
    fprintf(stderr, "login refused\n");
    exit(1);
  }
}

static int ascending(const void *left, const void *right) {
  double difference = *(const double *)left - *(const double *)right;
  return difference < 0 ? -1 : difference > 0;
}

int main(int argc, char **argv) {
  if (argc < 5) return 2;
  int together = argc > 5 && strcmp(argv[5], "together") == 0;
  int requests = atoi(argv[4]);
  int fd = socket(AF_INET, SOCK_STREAM, IPPROTO_SCTP);
  int yes = 1;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(argv[1]))};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (fd < 0 || requests < 1) fail("socket");
  if (setsockopt(fd, IPPROTO_SCTP, SCTP_NODELAY, &yes, sizeof yes) < 0) fail("SCTP_NODELAY");
  /* Without it the server's second reply waits until the first is acknowledged, which the kernel puts off. */
  const int each_packet[3] = {0, 0, 1};
  if (together && setsockopt(fd, IPPROTO_SCTP, SCTP_DELAYED_SACK, each_packet, sizeof each_packet) < 0) fail("SCTP_DELAYED_SACK");
  if (connect(fd, (struct sockaddr *)&address, sizeof address) < 0) fail("connect");
  log_in(fd, 0x00, argv[2]);
  log_in(fd, 0x01, argv[3]);
  double *times = malloc(sizeof *times * (size_t)requests);
  if (times == NULL) fail("malloc");
  const unsigned char ask[2] = {0x02, 0x00};
  unsigned char reply[512];
  /* A tenth more, ahead of them, is not counted: it warms up what both ends and the kernel keep, and the compiler of the other client. */
  for (int i = -((requests + 9) / 10); i < requests; i++) {
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    if (together) poll_together(fd, reply, sizeof reply);
    else request(fd, ask, sizeof ask, reply, sizeof reply);
    clock_gettime(CLOCK_MONOTONIC, &to);
    if (i >= 0) times[i] = (double)(to.tv_sec - from.tv_sec) * 1e6 + (double)(to.tv_nsec - from.tv_nsec) / 1e3;
  }
  qsort(times, (size_t)requests, sizeof *times, ascending);
  printf("%.1f %.1f\n", times[(requests - 1) / 2], times[(int)((requests - 1) * 0.99)]);
  const unsigned char quit[2] = {0x09, 0x00};
  send(fd, quit, sizeof quit, 0);
  close(fd);
  return 0;
}
