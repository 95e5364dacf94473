"""What the text names besides figures: who signed, which bodies, which laws, which dates; checks compare these."""
