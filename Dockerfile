# The bot for a server: `docker build -t municipal-school-bot .`, or compose.yaml with PostgreSQL beside it.

FROM python:3.11-slim AS libraries
WORKDIR /build
COPY requirements.lock .
RUN python -m venv --without-pip /venv \
    && pip --python /venv/bin/python install --no-cache-dir --require-hashes --requirement requirements.lock

FROM python:3.11-slim
RUN groupadd --gid 10001 bot \
    && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin bot \
    && install --directory --owner=bot --group=bot /app/data
WORKDIR /app
COPY --from=libraries /venv /venv
COPY locales locales
COPY db db
COPY handlers handlers
COPY bot bot
RUN python -m compileall -q bot handlers db

# HTTP_HOST: a container's loopback would hide the webhook from the proxy in front of it.
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DATA_DIR=/app/data \
    HTTP_HOST=0.0.0.0 \
    HTTP_PORT=8081

USER 10001:10001
VOLUME /app/data
EXPOSE 8081
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as web; web.urlopen('http://127.0.0.1:' + os.environ['HTTP_PORT'] + '/healthz', timeout=4)"]
CMD ["python", "-m", "bot", "run"]
