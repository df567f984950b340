#!/usr/bin/env bash
# Makes the development database anew from the migrations and writes db/types.ts and db/schema.sql from it.
# TOVHOLDER_TEST_PG names the folder of a running PostgreSQL's socket, in which `postgres` is a superuser.
set -euo pipefail
cd "$(dirname "$0")/.."
socket=${TOVHOLDER_TEST_PG:-/tmp/devpg}; name=${1:-dev}
psql() { command psql -h "$socket" -U postgres -q -v ON_ERROR_STOP=1 "$@"; }
psql -c "drop database if exists $name with (force)" 2>/dev/null
for role in tovholder_owner tovholder_app; do psql -c "create role $role login" 2>/dev/null || true; done
psql -c "create database $name owner tovholder_owner"
psql -d "$name" -c 'alter schema public owner to tovholder_owner'
node scripts/migrate.ts "postgresql://tovholder_owner@/$name?host=$socket" "postgresql://tovholder_app@/$name?host=$socket"
[[ $name != dev ]] || node scripts/schema.ts --write
