/*
 * An SPCP server written straight on the socket calls, sharing no code with the console, so that the two ends prove each other.
 *
 *   server PORT USER PASSWORD [deployed]
 *
 * `deployed` answers as deployed servers were seen to (shared/spcp/PROTOCOL.md, "Deployed behaviour"): stray bytes, lone NUL, silence.
 * SIGUSR1 shuts every association down in order, SIGUSR2 aborts them. Prints "listening", "open N" and "closed N" with the count of associations.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MAX_CLIENTS 256

enum state { WANT_USER, WANT_PASS, TRANSACTION, SILENT };

struct client {
  enum state state;
};

static struct pollfd polls[MAX_CLIENTS + 1];
static struct client clients[MAX_CLIENTS + 1];
static int count = 1;
static int deployed;
static char transformation[256];
static long accepted;
static volatile sig_atomic_t end_in_order, end_by_abort;

static void on_signal(int number) {
  if (number == SIGUSR1) end_in_order = 1;
  else end_by_abort = 1;
}

static void tell(const char *what) {
  printf("%s %d\n", what, count - 1);
  fflush(stdout);
}

static void drop(int index) {
  close(polls[index].fd);
  polls[index] = polls[count - 1];
  clients[index] = clients[count - 1];
  count--;
  tell("closed");
}

static void answer(int fd, unsigned char status) {
  if (send(fd, &status, 1, MSG_NOSIGNAL) < 0) perror("send");
}

static void answer_data(int fd, const char *data, size_t length) {
  unsigned char reply[260] = {0};
  reply[1] = (unsigned char)length;
  memcpy(reply + 2, data, length);
  if (send(fd, reply, length + 2 + (deployed ? 2 : 0), MSG_NOSIGNAL) < 0) perror("send");
}

static void answer_number(int fd, long value) {
  char text[32];
  answer_data(fd, text, (size_t)snprintf(text, sizeof text, "%ld", value));
}

/* Answers one request; returns 0 when the association is to be closed. */
static int serve(int index, const unsigned char *request, ssize_t length, const char *user, const char *password) {
  struct client *client = &clients[index];
  int fd = polls[index].fd;
  char argument[256] = {0};
  int arguments = length > 1 ? request[1] : 0;
  if (arguments > 0 && length > 2) {
    size_t size = request[2];
    if ((ssize_t)size > length - 3) size = (size_t)(length - 3);
    memcpy(argument, request + 3, size);
  }
  if (client->state == SILENT) return 1;
  if (client->state != TRANSACTION) {
    if (client->state == WANT_USER && request[0] == 0x00) {
      int known = strcmp(argument, user) == 0;
      client->state = known ? WANT_PASS : WANT_USER;
      answer(fd, known ? 0 : 1);
    } else if (client->state == WANT_PASS && request[0] == 0x01) {
      int right = strcmp(argument, password) == 0;
      client->state = right ? TRANSACTION : WANT_USER;
      answer(fd, right ? 0 : 1);
    } else {
      answer(fd, 1);
    }
    return 1;
  }
  switch (request[0]) {
    case 0x02: answer_number(fd, deployed ? -1 : count - 1); return 1;
    case 0x03: answer_data(fd, "18446744073709551615", 20); return 1;
    case 0x04: answer_number(fd, accepted); return 1;
    case 0x05:
      if (transformation[0] == 0 && deployed) answer_data(fd, "\0", 1);
      else answer_data(fd, transformation, strlen(transformation));
      return 1;
    case 0x06: answer(fd, strlen(argument) < 2 ? 3 : 0); return 1;
    case 0x07: strcpy(transformation, arguments == 0 ? "" : argument); answer(fd, 0); return 1;
    case 0x09:
      if (!deployed) answer(fd, 0);
      return 0;
    default:
      if (deployed) client->state = SILENT;
      else answer(fd, 2);
      return 1;
  }
}

static void end_all(int by_abort) {
  struct linger linger = {1, 0};
  while (count > 1) {
    if (by_abort) setsockopt(polls[count - 1].fd, SOL_SOCKET, SO_LINGER, &linger, sizeof linger);
    drop(count - 1);
  }
}

int main(int argc, char **argv) {
  if (argc < 4) return 2;
  deployed = argc > 4 && strcmp(argv[4], "deployed") == 0;
  struct sigaction action = {.sa_handler = on_signal};
  sigaction(SIGUSR1, &action, NULL);
  sigaction(SIGUSR2, &action, NULL);
  /* Taken while it waits only: one that came just before would not wake it. */
  sigset_t signals, none;
  sigemptyset(&none);
  sigemptyset(&signals);
  sigaddset(&signals, SIGUSR1);
  sigaddset(&signals, SIGUSR2);
  sigprocmask(SIG_BLOCK, &signals, NULL);
  int listener = socket(AF_INET, SOCK_STREAM, IPPROTO_SCTP);
  int yes = 1;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(argv[1]))};
  if (listener < 0 || setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) < 0 ||
      bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 20) < 0) {
    perror("listen");
    return 1;
  }
  printf("listening\n");
  fflush(stdout);
  polls[0] = (struct pollfd){.fd = listener, .events = POLLIN};
  for (;;) {
    int ready = ppoll(polls, (nfds_t)count, NULL, &none);
    if (end_in_order || end_by_abort) {
      end_all(end_by_abort);
      end_in_order = end_by_abort = 0;
    }
    if (ready < 0) {
      if (errno == EINTR) continue;
      perror("ppoll");
      return 1;
    }
    if ((polls[0].revents & POLLIN) != 0 && count <= MAX_CLIENTS) {
      int fd = accept(listener, NULL, NULL);
      if (fd >= 0) {
        polls[count] = (struct pollfd){.fd = fd, .events = POLLIN};
        clients[count] = (struct client){.state = WANT_USER};
        count++;
        accepted++;
        tell("open");
      }
    }
    for (int i = count - 1; i > 0; i--) {
      if (polls[i].revents == 0) continue;
      unsigned char request[1024];
      ssize_t length = recv(polls[i].fd, request, sizeof request, 0);
      if (length <= 0 || !serve(i, request, length, argv[2], argv[3])) drop(i);
    }
  }
}
