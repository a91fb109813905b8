"""The rooms of the console: people, rights, and setting up; of every convenant."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
