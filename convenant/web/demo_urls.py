from django.urls import path

from . import demo, demo_post

urlpatterns = [
    path("", demo.personas, name="demo"),
    path("inloggen/", demo.inloggen, name="demo_inloggen"),
    path("post/", demo_post.postvak, name="demo_post"),
    path("klok/", demo.klok, name="demo_klok"),
]
