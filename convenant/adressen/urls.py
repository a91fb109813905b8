from django.urls import path

from . import views

urlpatterns = [path("adres/zoeken/", views.zoeken, name="adres_zoeken")]
