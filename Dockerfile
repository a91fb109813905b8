# The application without its services; docker-compose.yml puts them beside it.

FROM node:22-bookworm-slim AS frontend
RUN apt-get update && apt-get install --yes --no-install-recommends python3 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY tools/ tools/
COPY frontend/ frontend/
COPY static/ static/
RUN python3 -m tools.vendor_frontend

FROM python:3.13-slim-bookworm
# Pango makes the letters.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/*
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DJANGO_SETTINGS_MODULE=convenant.settings.productie STATIC_ROOT=/srv/static
WORKDIR /app
COPY requirements/ requirements/
RUN pip install --no-cache-dir --require-hashes -r requirements/base.txt
COPY . .
COPY --from=frontend /app/static/vendor static/vendor
RUN useradd --system --uid 10001 convenant && install --directory --owner convenant /srv/static /srv/media /srv/logboek
USER convenant
